import type { MigrationInterface, QueryRunner } from 'typeorm';

const SEATS = `
  -- A seat is there whether somebody sits in it or not: without it a vacancy would be nothing to be seen.
  CREATE TABLE redress.board_seat (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    board_id uuid NOT NULL,
    label text NOT NULL CHECK (length(btrim(label)) > 0),
    appointing_authority text NOT NULL CHECK (length(btrim(appointing_authority)) > 0),
    -- Whoever holds it sits only in the place of a member who is recused or away.
    alternate boolean NOT NULL,
    established_on date NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, board_id, id),
    UNIQUE (jurisdiction_id, board_id, label),
    FOREIGN KEY (jurisdiction_id, board_id) REFERENCES redress.board
  );
  SELECT redress.protect('redress.board_seat');

  ALTER TABLE redress.board_member
    ADD COLUMN seat_id uuid,
    ADD COLUMN alternate boolean NOT NULL DEFAULT false,
    ADD COLUMN end_reason text CHECK (end_reason IN ('resigned', 'removed', 'died', 'moved_away', 'disqualified')),
    ADD CONSTRAINT board_member_seat FOREIGN KEY (jurisdiction_id, board_id, seat_id)
      REFERENCES redress.board_seat (jurisdiction_id, board_id, id);

  -- Two people in one seat would be two votes of one appointment.
  CREATE FUNCTION redress.refuse_taken_seat() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM redress.board_seat s WHERE s.jurisdiction_id = NEW.jurisdiction_id AND s.id = NEW.seat_id FOR NO KEY UPDATE;
    IF EXISTS (SELECT FROM redress.board_member m WHERE m.jurisdiction_id = NEW.jurisdiction_id AND m.seat_id = NEW.seat_id
        AND m.id <> NEW.id AND m.term_from <= NEW.term_to AND m.term_to >= NEW.term_from) THEN
      RAISE EXCEPTION 'the seat is taken for a part of that term' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER refuse_taken_seat BEFORE INSERT OR UPDATE ON redress.board_member
    FOR EACH ROW WHEN (NEW.seat_id IS NOT NULL) EXECUTE FUNCTION redress.refuse_taken_seat();

  CREATE TABLE redress.board_officer (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    board_id uuid NOT NULL,
    member_id uuid NOT NULL,
    office text NOT NULL CHECK (office IN ('chair', 'vice_chair', 'secretary')),
    from_day date NOT NULL,
    to_day date NOT NULL CHECK (to_day >= from_day),
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, board_id, office, from_day),
    FOREIGN KEY (jurisdiction_id, board_id, member_id) REFERENCES redress.board_member (jurisdiction_id, board_id, id)
  );
  SELECT redress.protect('redress.board_officer');

  -- How a panel came about, so that anybody can draw it again: from whom, by which seed.
  CREATE TABLE redress.panel_draw (
    jurisdiction_id uuid NOT NULL,
    panel_id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    method text NOT NULL CHECK (method IN ('fixed', 'rotation', 'random')),
    seed text CHECK (seed ~ '^[0-9a-f]{32}$'),
    pool uuid[] NOT NULL,
    excluded uuid[] NOT NULL,
    drawn uuid[] NOT NULL CHECK (drawn <@ pool),
    drawn_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, panel_id),
    FOREIGN KEY (jurisdiction_id, complaint_id, panel_id) REFERENCES redress.panel (jurisdiction_id, complaint_id, id),
    CHECK ((method = 'random') = (seed IS NOT NULL))
  );
  SELECT redress.protect('redress.panel_draw', 'complaint_id');
  SELECT redress.append_only('redress.panel_draw');
`;

const MEETINGS = `
  ALTER TABLE redress.meeting
    ADD COLUMN place text,
    ADD COLUMN remote_access text,
    ADD COLUMN emergency_reason text,
    ADD COLUMN cancel_reason text,
    -- Of what the public has been told: counts from 0, up with every change (RFC 5545, SEQUENCE).
    ADD COLUMN sequence integer NOT NULL DEFAULT 0,
    ADD CONSTRAINT emergency_says_why CHECK (kind <> 'emergency' OR length(btrim(emergency_reason)) > 0) NOT VALID;
  ALTER TABLE redress.attendance ADD COLUMN remote boolean NOT NULL DEFAULT false;
  ALTER TABLE redress.agenda_item
    ADD COLUMN approves_minutes_of uuid,
    ADD COLUMN withdrawn_at timestamptz,
    ADD CONSTRAINT agenda_item_minutes FOREIGN KEY (jurisdiction_id, approves_minutes_of) REFERENCES redress.meeting,
    ADD CONSTRAINT own_minutes CHECK (approves_minutes_of <> meeting_id),
    ADD CONSTRAINT minutes_in_the_open CHECK (approves_minutes_of IS NULL OR NOT closed);

  -- What was changed after the public had been told. The item itself shows what stands; this shows what stood.
  CREATE TABLE redress.agenda_amendment (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    agenda_item_id uuid NOT NULL,
    complaint_id uuid,
    kind text NOT NULL CHECK (kind IN ('added', 'withdrawn', 'retitled')),
    former_title_cipher bytea,
    -- After the notice deadline: the charter's ground for it
    late_ground text,
    amended_by uuid NOT NULL,
    amended_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    FOREIGN KEY (jurisdiction_id, meeting_id, agenda_item_id) REFERENCES redress.agenda_item (jurisdiction_id, meeting_id, id),
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, amended_by) REFERENCES redress.staff,
    CHECK ((kind = 'retitled') = (former_title_cipher IS NOT NULL))
  );
  SELECT redress.protect('redress.agenda_amendment', 'complaint_id');
  SELECT redress.append_only('redress.agenda_amendment');

  -- Papers of an item, by reference: they lie where they lie, under the key that they are under.
  CREATE TABLE redress.agenda_material (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    agenda_item_id uuid NOT NULL,
    complaint_id uuid,
    kind text NOT NULL CHECK (kind IN ('evidence', 'letter', 'summary', 'link')),
    evidence_id uuid,
    letter_id uuid,
    summary_id uuid,
    -- Title, and a link's address: JSON, sealed
    details_cipher bytea NOT NULL,
    seen_by text NOT NULL CHECK (seen_by IN ('public', 'meeting', 'members', 'staff')),
    attached_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    FOREIGN KEY (jurisdiction_id, meeting_id, agenda_item_id) REFERENCES redress.agenda_item (jurisdiction_id, meeting_id, id),
    FOREIGN KEY (jurisdiction_id, complaint_id, evidence_id) REFERENCES redress.evidence_item (jurisdiction_id, complaint_id, id),
    FOREIGN KEY (jurisdiction_id, complaint_id, letter_id) REFERENCES redress.letter (jurisdiction_id, complaint_id, id),
    FOREIGN KEY (jurisdiction_id, complaint_id, summary_id) REFERENCES redress.public_summary (jurisdiction_id, complaint_id, id),
    CHECK (num_nonnulls(evidence_id, letter_id, summary_id) = CASE kind WHEN 'link' THEN 0 ELSE 1 END),
    CHECK (kind = 'link' OR complaint_id IS NOT NULL),
    -- The public has no way to a case's papers but through releases and summaries.
    CHECK (seen_by <> 'public' OR (kind = 'link' AND complaint_id IS NULL))
  );
  SELECT redress.protect('redress.agenda_material', 'complaint_id');
  SELECT redress.append_only('redress.agenda_material');

  -- An alternate in the place of a member: for one case from which the member is recused, or while the member is away.
  CREATE TABLE redress.stand_in (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    board_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    complaint_id uuid,
    alternate_id uuid NOT NULL,
    member_id uuid NOT NULL CHECK (member_id <> alternate_id),
    ground text NOT NULL CHECK (ground IN ('recused', 'away')),
    seated_at timestamptz NOT NULL,
    ended_at timestamptz CHECK (ended_at >= seated_at),
    PRIMARY KEY (jurisdiction_id, id),
    FOREIGN KEY (jurisdiction_id, board_id, meeting_id) REFERENCES redress.meeting (jurisdiction_id, board_id, id),
    FOREIGN KEY (jurisdiction_id, board_id, alternate_id) REFERENCES redress.board_member (jurisdiction_id, board_id, id),
    FOREIGN KEY (jurisdiction_id, board_id, member_id) REFERENCES redress.board_member (jurisdiction_id, board_id, id),
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    CHECK (ground <> 'recused' OR complaint_id IS NOT NULL)
  );
  CREATE UNIQUE INDEX stand_in_for_once ON redress.stand_in (jurisdiction_id, meeting_id, member_id,
    coalesce(complaint_id, '00000000-0000-0000-0000-000000000000')) WHERE ended_at IS NULL;
  CREATE UNIQUE INDEX stand_in_by_once ON redress.stand_in (jurisdiction_id, meeting_id, alternate_id,
    coalesce(complaint_id, '00000000-0000-0000-0000-000000000000')) WHERE ended_at IS NULL;
  SELECT redress.protect('redress.stand_in', 'complaint_id');
  -- It is known to everybody that an alternate sits, save to whoever is behind the case's wall.
  ALTER TABLE redress.panel_member ADD COLUMN stands_in_for uuid;

  CREATE FUNCTION redress.refuse_unseated_alternate() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE room uuid;
  BEGIN
    SELECT m.meeting_id INTO room FROM redress.motion m WHERE m.jurisdiction_id = NEW.jurisdiction_id AND m.id = NEW.motion_id;
    IF EXISTS (SELECT FROM redress.board_member b WHERE b.jurisdiction_id = NEW.jurisdiction_id AND b.id = NEW.member_id AND b.alternate)
      AND NOT EXISTS (SELECT FROM redress.stand_in s WHERE s.jurisdiction_id = NEW.jurisdiction_id AND s.meeting_id = room
        AND s.alternate_id = NEW.member_id AND s.ended_at IS NULL AND (s.complaint_id IS NULL OR s.complaint_id = NEW.complaint_id)) THEN
      RAISE EXCEPTION 'the alternate sits in nobody''s place' USING ERRCODE = 'RD002';
    END IF;
    IF EXISTS (SELECT FROM redress.stand_in s WHERE s.jurisdiction_id = NEW.jurisdiction_id AND s.meeting_id = room
        AND s.member_id = NEW.member_id AND s.ended_at IS NULL AND (s.complaint_id IS NULL OR s.complaint_id = NEW.complaint_id)) THEN
      RAISE EXCEPTION 'an alternate sits in the member''s place' USING ERRCODE = 'RD002';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER refuse_unseated_alternate BEFORE INSERT ON redress.vote
    FOR EACH ROW EXECUTE FUNCTION redress.refuse_unseated_alternate();
`;

const RECORD = `
  -- What is said in public of a closed session, once it is over. Public from the moment that it is recorded.
  CREATE TABLE redress.report_out (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    agenda_item_id uuid NOT NULL,
    complaint_id uuid,
    text_cipher bytea NOT NULL,
    reported_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    FOREIGN KEY (jurisdiction_id, meeting_id, agenda_item_id) REFERENCES redress.agenda_item (jurisdiction_id, meeting_id, id),
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint
  );
  SELECT redress.protect('redress.report_out', 'complaint_id');
  SELECT redress.append_only('redress.report_out');

  -- Who spoke in public. A time no finer than the hour; the name sealed, and published by consent alone.
  CREATE TABLE redress.public_comment (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    agenda_item_id uuid,
    complaint_id uuid,
    name_cipher bytea,
    publish_name boolean NOT NULL,
    text_cipher bytea NOT NULL,
    recorded_at timestamptz NOT NULL CHECK (recorded_at = date_trunc('hour', recorded_at)),
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, meeting_id, number),
    FOREIGN KEY (jurisdiction_id, meeting_id) REFERENCES redress.meeting,
    FOREIGN KEY (jurisdiction_id, meeting_id, agenda_item_id) REFERENCES redress.agenda_item (jurisdiction_id, meeting_id, id),
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    CHECK (NOT publish_name OR name_cipher IS NOT NULL)
  );
  SELECT redress.protect('redress.public_comment', 'complaint_id');
  SELECT redress.append_only('redress.public_comment');
  -- The next number of the register. Whoever is behind a case's wall does not see every row, and counts right all the same.
  CREATE FUNCTION redress.next_comment_number(room uuid) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
  DECLARE whoever uuid := redress.current_staff(); upcoming integer;
  BEGIN
    PERFORM set_config('redress.staff', '', true);
    SELECT coalesce(max(c.number), 0) + 1 INTO upcoming FROM redress.public_comment c
     WHERE c.jurisdiction_id = redress.current_jurisdiction() AND c.meeting_id = room;
    PERFORM set_config('redress.staff', coalesce(whoever::text, ''), true);
    RETURN upcoming;
  END $$;
  REVOKE ALL ON FUNCTION redress.next_comment_number(uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION redress.next_comment_number(uuid) TO redress_app;

  CREATE TABLE redress.minutes (
    jurisdiction_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    status text NOT NULL CHECK (status IN ('draft', 'approved')),
    edited_at timestamptz NOT NULL,
    approved_by_motion uuid,
    approved_at timestamptz,
    PRIMARY KEY (jurisdiction_id, meeting_id),
    FOREIGN KEY (jurisdiction_id, meeting_id) REFERENCES redress.meeting,
    FOREIGN KEY (jurisdiction_id, approved_by_motion) REFERENCES redress.motion,
    CHECK ((status = 'approved') = (approved_by_motion IS NOT NULL)),
    CHECK ((status = 'approved') = (approved_at IS NOT NULL))
  );
  SELECT redress.protect('redress.minutes');
  CREATE TRIGGER approved_minutes_stand BEFORE UPDATE OR DELETE ON redress.minutes
    FOR EACH ROW WHEN (OLD.status = 'approved') EXECUTE FUNCTION redress.refuse_rewrite();

  -- One part of the minutes: of an item or of the meeting. A part about a case is behind the case's wall.
  CREATE TABLE redress.minutes_section (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    position integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('opening', 'attendance', 'item', 'comments', 'adjournment')),
    agenda_item_id uuid,
    complaint_id uuid,
    text_cipher bytea NOT NULL,
    approved boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, meeting_id, position),
    FOREIGN KEY (jurisdiction_id, meeting_id) REFERENCES redress.minutes,
    FOREIGN KEY (jurisdiction_id, meeting_id, agenda_item_id) REFERENCES redress.agenda_item (jurisdiction_id, meeting_id, id),
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    CHECK ((kind = 'item') = (agenda_item_id IS NOT NULL)),
    CHECK (complaint_id IS NULL OR agenda_item_id IS NOT NULL)
  );
  SELECT redress.protect('redress.minutes_section', 'complaint_id');
  CREATE TRIGGER approved_minutes_stand BEFORE UPDATE OR DELETE ON redress.minutes_section
    FOR EACH ROW WHEN (OLD.approved) EXECUTE FUNCTION redress.refuse_rewrite();

  -- Minutes are approved by a vote of a later meeting of the same board, on these very words.
  CREATE FUNCTION redress.refuse_unvoted_minutes() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM redress.motion o
        JOIN redress.agenda_item i ON i.jurisdiction_id = o.jurisdiction_id AND i.id = o.agenda_item_id
        JOIN redress.meeting later ON later.jurisdiction_id = o.jurisdiction_id AND later.id = o.meeting_id
        JOIN redress.meeting own ON own.jurisdiction_id = o.jurisdiction_id AND own.id = NEW.meeting_id
       WHERE o.jurisdiction_id = NEW.jurisdiction_id AND o.id = NEW.approved_by_motion AND o.status = 'carried'
         AND i.approves_minutes_of = NEW.meeting_id AND later.board_id = own.board_id
         AND later.opened_at >= own.adjourned_at AND o.moved_at >= NEW.edited_at) THEN
      RAISE EXCEPTION 'no later meeting has approved these minutes' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER refuse_unvoted_minutes BEFORE INSERT OR UPDATE ON redress.minutes
    FOR EACH ROW WHEN (NEW.status = 'approved') EXECUTE FUNCTION redress.refuse_unvoted_minutes();
`;

const PUBLISHED = `
  CREATE TABLE published.meeting (
    id uuid PRIMARY KEY,
    jurisdiction text NOT NULL,
    jurisdiction_name text NOT NULL,
    time_zone text NOT NULL,
    board text NOT NULL,
    kind text NOT NULL,
    starts_at timestamptz NOT NULL,
    place text,
    remote_access text,
    emergency_reason text,
    cancel_reason text,
    status text NOT NULL,
    posted_at timestamptz NOT NULL,
    opened_at timestamptz,
    adjourned_at timestamptz,
    sequence integer NOT NULL,
    changed_at timestamptz NOT NULL,
    minutes_approved_at timestamptz
  );
  CREATE INDEX meeting_of_place ON published.meeting (jurisdiction, starts_at DESC, id DESC);

  -- A closed item has no title here: nothing but the ground in law leaves the room.
  CREATE TABLE published.agenda_item (
    id uuid PRIMARY KEY,
    meeting_id uuid NOT NULL REFERENCES published.meeting,
    position integer NOT NULL,
    title text,
    closed boolean NOT NULL,
    ground text,
    withdrawn boolean NOT NULL,
    UNIQUE (meeting_id, position),
    CHECK (NOT closed OR title IS NULL)
  );
  CREATE TABLE published.agenda_amendment (
    id uuid PRIMARY KEY,
    item_id uuid NOT NULL REFERENCES published.agenda_item,
    kind text NOT NULL,
    former_title text,
    late_ground text,
    amended_at timestamptz NOT NULL
  );
  CREATE TABLE published.agenda_material (
    id uuid PRIMARY KEY,
    item_id uuid NOT NULL REFERENCES published.agenda_item,
    title text NOT NULL,
    url text NOT NULL
  );
  CREATE TABLE published.report_out (
    id uuid PRIMARY KEY,
    item_id uuid NOT NULL REFERENCES published.agenda_item,
    -- NULL: withheld since
    text text,
    reported_at timestamptz NOT NULL
  );
  CREATE TABLE published.minutes_section (
    id uuid PRIMARY KEY,
    meeting_id uuid NOT NULL REFERENCES published.meeting,
    position integer NOT NULL,
    kind text NOT NULL,
    item_id uuid REFERENCES published.agenda_item,
    -- NULL: withheld
    text text,
    recused text[] NOT NULL
  );
  CREATE TABLE published.public_comment (
    id uuid PRIMARY KEY,
    meeting_id uuid NOT NULL REFERENCES published.meeting,
    number integer NOT NULL,
    item_id uuid REFERENCES published.agenda_item,
    -- NULL: did not agree to be named
    name text,
    text text
  );
  DO $$ DECLARE name text; BEGIN
    FOREACH name IN ARRAY ARRAY['meeting', 'agenda_item', 'agenda_amendment', 'agenda_material', 'report_out', 'minutes_section',
        'public_comment'] LOOP
      EXECUTE format('GRANT SELECT ON published.%I TO redress_public', name);
      EXECUTE format('GRANT SELECT, INSERT ON published.%I TO redress_app', name);
    END LOOP;
  END $$;
  GRANT UPDATE ON published.meeting, published.agenda_item TO redress_app;

  -- What was told of a case in public goes with the case: it is destroyed or sealed, and its words leave these tables in the same
  -- moment. A seal that is lifted does not bring them back.
  CREATE FUNCTION redress.withhold_from_meetings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
  DECLARE items uuid[]; whoever uuid := redress.current_staff();
  BEGIN
    PERFORM set_config('redress.staff', '', true);
    SELECT array_agg(i.id) INTO items FROM redress.agenda_item i
     WHERE i.jurisdiction_id = NEW.jurisdiction_id AND i.complaint_id = NEW.complaint_id;
    PERFORM set_config('redress.staff', coalesce(whoever::text, ''), true);
    UPDATE published.agenda_item SET title = NULL WHERE id = ANY (items);
    UPDATE published.agenda_amendment SET former_title = NULL WHERE item_id = ANY (items);
    UPDATE published.report_out SET text = NULL WHERE item_id = ANY (items);
    UPDATE published.minutes_section SET text = NULL WHERE item_id = ANY (items);
    UPDATE published.public_comment SET text = NULL, name = NULL WHERE item_id = ANY (items);
    RETURN NULL;
  END $$;
  REVOKE ALL ON FUNCTION redress.withhold_from_meetings() FROM PUBLIC;
  CREATE TRIGGER withhold_from_meetings AFTER INSERT ON redress.tombstone
    FOR EACH ROW EXECUTE FUNCTION redress.withhold_from_meetings();
  CREATE TRIGGER withhold_from_meetings AFTER INSERT ON redress.sealing
    FOR EACH ROW EXECUTE FUNCTION redress.withhold_from_meetings();
`;

/** Seats and officers, how panels are drawn, agendas that the public reads, minutes that a later meeting approves. */
export class BoardMeetings0040 implements MigrationInterface {
  name = 'BoardMeetings1700000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SEATS);
    await runner.query(MEETINGS);
    await runner.query(RECORD);
    await runner.query(PUBLISHED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER withhold_from_meetings ON redress.sealing;
      DROP TRIGGER withhold_from_meetings ON redress.tombstone;
      DROP FUNCTION redress.withhold_from_meetings();
      DROP TABLE published.public_comment; DROP TABLE published.minutes_section; DROP TABLE published.report_out;
      DROP TABLE published.agenda_material; DROP TABLE published.agenda_amendment; DROP TABLE published.agenda_item;
      DROP TABLE published.meeting;
      DROP TABLE redress.minutes_section; DROP TABLE redress.minutes; DROP FUNCTION redress.refuse_unvoted_minutes();
      DROP FUNCTION redress.next_comment_number(uuid); DROP TABLE redress.public_comment; DROP TABLE redress.report_out;
      DROP TRIGGER refuse_unseated_alternate ON redress.vote; DROP FUNCTION redress.refuse_unseated_alternate();
      ALTER TABLE redress.panel_member DROP COLUMN stands_in_for;
      DROP TABLE redress.stand_in; DROP TABLE redress.agenda_material; DROP TABLE redress.agenda_amendment;
      ALTER TABLE redress.agenda_item DROP COLUMN approves_minutes_of, DROP COLUMN withdrawn_at;
      ALTER TABLE redress.attendance DROP COLUMN remote;
      ALTER TABLE redress.meeting DROP COLUMN place, DROP COLUMN remote_access, DROP COLUMN emergency_reason,
        DROP COLUMN cancel_reason, DROP COLUMN sequence;
      DROP TABLE redress.panel_draw; DROP TABLE redress.board_officer;
      DROP TRIGGER refuse_taken_seat ON redress.board_member; DROP FUNCTION redress.refuse_taken_seat();
      ALTER TABLE redress.board_member DROP COLUMN seat_id, DROP COLUMN alternate, DROP COLUMN end_reason;
      DROP TABLE redress.board_seat;
    `);
  }
}
