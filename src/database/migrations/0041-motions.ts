import type { MigrationInterface, QueryRunner } from 'typeorm';

const MOTIONS = `
  ALTER TABLE redress.motion
    ALTER COLUMN text DROP NOT NULL,
    ALTER COLUMN seconder_id DROP NOT NULL,
    DROP CONSTRAINT motion_status_check,
    -- void: the meeting ended over it, and what was cast counts for nothing; carried_over: the same, and it comes up again.
    ADD CONSTRAINT motion_status_check CHECK (status IN ('open', 'carried', 'failed', 'withdrawn', 'void', 'carried_over')),
    -- 0: a motion of its own; 1: on the words of another; 2: on the words of such a one.
    ADD COLUMN degree integer NOT NULL DEFAULT 0 CHECK (degree BETWEEN 0 AND 2),
    ADD COLUMN amends uuid,
    ADD COLUMN reconsiders uuid,
    ADD COLUMN continues uuid,
    -- Of the body that decides, vacant ones too
    ADD COLUMN seats integer,
    ADD COLUMN casting_vote text CHECK (casting_vote IN ('yes', 'no')),
    ADD COLUMN casting_by uuid,
    ADD CONSTRAINT motion_of_item UNIQUE (jurisdiction_id, agenda_item_id, id),
    ADD CONSTRAINT motion_amends FOREIGN KEY (jurisdiction_id, agenda_item_id, amends)
      REFERENCES redress.motion (jurisdiction_id, agenda_item_id, id),
    ADD CONSTRAINT motion_reconsiders FOREIGN KEY (jurisdiction_id, reconsiders) REFERENCES redress.motion,
    ADD CONSTRAINT motion_continues FOREIGN KEY (jurisdiction_id, continues) REFERENCES redress.motion,
    ADD CONSTRAINT motion_cast_by FOREIGN KEY (jurisdiction_id, casting_by) REFERENCES redress.board_member,
    ADD CONSTRAINT motion_one_ground CHECK (num_nonnulls(amends, reconsiders, continues) <= 1),
    ADD CONSTRAINT motion_degree CHECK ((degree > 0) = (amends IS NOT NULL)),
    -- The chair's own vote breaks a tie and nothing else, and then the result is what the chair said.
    ADD CONSTRAINT casting_vote_breaks_ties CHECK (casting_vote IS NULL OR
      (yes_votes = no_votes AND status = CASE casting_vote WHEN 'yes' THEN 'carried' ELSE 'failed' END)),
    ADD CONSTRAINT casting_vote_by_somebody CHECK ((casting_vote IS NULL) = (casting_by IS NULL));
  CREATE INDEX motion_by_meeting ON redress.motion (jurisdiction_id, meeting_id);
  CREATE UNIQUE INDEX amended_by_one_at_a_time ON redress.motion (jurisdiction_id, amends) WHERE status = 'open';
  CREATE UNIQUE INDEX reconsidered_once ON redress.motion (jurisdiction_id, reconsiders) WHERE status IN ('open', 'carried');
  CREATE UNIQUE INDEX continued_once ON redress.motion (jurisdiction_id, continues);

  -- The words of a motion, as moved and as amended since: the last ones are the motion's, all are kept. Of an amendment: how the
  -- other motion would read.
  CREATE TABLE redress.motion_text (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    motion_id uuid NOT NULL,
    complaint_id uuid,
    number integer NOT NULL CHECK (number > 0),
    text_cipher bytea NOT NULL,
    -- A code of the charter: what carrying these words would find
    proposed_finding text,
    -- The amendment that was carried
    adopted_by uuid,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    UNIQUE (jurisdiction_id, motion_id, number),
    UNIQUE (jurisdiction_id, adopted_by),
    FOREIGN KEY (jurisdiction_id, motion_id) REFERENCES redress.motion,
    FOREIGN KEY (jurisdiction_id, adopted_by) REFERENCES redress.motion,
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    CHECK ((number = 1) = (adopted_by IS NULL))
  );
  SELECT redress.protect('redress.motion_text', 'complaint_id');
  SELECT redress.append_only('redress.motion_text');

  -- How each member stood when the vote was closed. 'presiding': a chair who votes only to break a tie.
  CREATE TABLE redress.motion_roll (
    jurisdiction_id uuid NOT NULL,
    motion_id uuid NOT NULL,
    member_id uuid NOT NULL,
    complaint_id uuid,
    position text NOT NULL CHECK (position IN ('yes', 'no', 'abstain', 'recused', 'absent', 'presiding')),
    PRIMARY KEY (jurisdiction_id, motion_id, member_id),
    FOREIGN KEY (jurisdiction_id, motion_id) REFERENCES redress.motion,
    FOREIGN KEY (jurisdiction_id, member_id) REFERENCES redress.board_member,
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint
  );
  SELECT redress.protect('redress.motion_roll', 'complaint_id');
  SELECT redress.append_only('redress.motion_roll');
`;

const LAWFUL = `
  -- A motion is moved while its meeting is open. One on the words of another, while that one is open and nobody has voted on it;
  -- one to reconsider, when the other is decided. The other's row is locked: votes share that lock (refuse_unlawful_vote).
  CREATE FUNCTION redress.refuse_unlawful_motion() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE room redress.meeting; other redress.motion;
  BEGIN
    SELECT * INTO room FROM redress.meeting m WHERE m.jurisdiction_id = NEW.jurisdiction_id AND m.id = NEW.meeting_id FOR SHARE;
    IF room.status IS DISTINCT FROM 'open' THEN
      RAISE EXCEPTION 'the meeting is not open' USING ERRCODE = 'RD041';
    END IF;
    IF num_nonnulls(NEW.amends, NEW.reconsiders, NEW.continues) = 0 THEN RETURN NEW; END IF;
    SELECT * INTO other FROM redress.motion o
      WHERE o.jurisdiction_id = NEW.jurisdiction_id AND o.id = coalesce(NEW.amends, NEW.reconsiders, NEW.continues) FOR UPDATE;
    IF other.id IS NULL OR other.complaint_id IS DISTINCT FROM NEW.complaint_id THEN
      RAISE EXCEPTION 'the other motion is about another case' USING ERRCODE = 'RD041';
    END IF;
    IF NEW.amends IS NOT NULL AND (other.status <> 'open' OR NEW.degree <> other.degree + 1 OR EXISTS (
        SELECT FROM redress.vote v WHERE v.jurisdiction_id = NEW.jurisdiction_id AND v.motion_id = other.id)) THEN
      RAISE EXCEPTION 'the other motion is not to be amended any more' USING ERRCODE = 'RD041';
    END IF;
    IF NEW.reconsiders IS NOT NULL AND (other.status NOT IN ('carried', 'failed') OR other.degree > 0) THEN
      RAISE EXCEPTION 'the other motion is not decided' USING ERRCODE = 'RD041';
    END IF;
    IF NEW.continues IS NOT NULL AND other.status <> 'carried_over' THEN
      RAISE EXCEPTION 'the other motion was not carried over' USING ERRCODE = 'RD041';
    END IF;
    IF NEW.amends IS NULL AND NOT EXISTS (SELECT FROM redress.meeting m WHERE m.jurisdiction_id = NEW.jurisdiction_id
        AND m.id = other.meeting_id AND m.board_id = room.board_id) THEN
      RAISE EXCEPTION 'the other motion is another board''s' USING ERRCODE = 'RD041';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER refuse_unlawful_motion BEFORE INSERT ON redress.motion
    FOR EACH ROW EXECUTE FUNCTION redress.refuse_unlawful_motion();

  -- Who moved what, when and on what does not change while it is open either.
  CREATE TRIGGER moved_motion_stands BEFORE UPDATE ON redress.motion FOR EACH ROW WHEN (
    ROW(OLD.id, OLD.meeting_id, OLD.agenda_item_id, OLD.complaint_id, OLD.allegation_id, OLD.mover_id, OLD.seconder_id, OLD.moved_at,
      OLD.degree, OLD.amends, OLD.reconsiders, OLD.continues) IS DISTINCT FROM
    ROW(NEW.id, NEW.meeting_id, NEW.agenda_item_id, NEW.complaint_id, NEW.allegation_id, NEW.mover_id, NEW.seconder_id, NEW.moved_at,
      NEW.degree, NEW.amends, NEW.reconsiders, NEW.continues)) EXECUTE FUNCTION redress.refuse_rewrite();

  -- Words are settled before they are voted on. By its name it fires after refuse_unlawful_vote, and so under the motion's lock.
  CREATE FUNCTION redress.refuse_vote_on_open_words() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM redress.motion o WHERE o.jurisdiction_id = NEW.jurisdiction_id AND o.amends = NEW.motion_id
        AND o.status = 'open') THEN
      RAISE EXCEPTION 'an amendment of the motion is open' USING ERRCODE = 'RD002';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER refuse_vote_on_open_words BEFORE INSERT ON redress.vote
    FOR EACH ROW EXECUTE FUNCTION redress.refuse_vote_on_open_words();

  -- A result is that of the roll, and the roll that of the votes: looked at once more when the transaction ends.
  CREATE FUNCTION redress.refuse_false_result() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE roll record;
  BEGIN
    SELECT count(*) FILTER (WHERE r.position = 'yes') AS yes, count(*) FILTER (WHERE r.position = 'no') AS no,
           count(*) FILTER (WHERE r.position IN ('yes', 'no', 'abstain', 'presiding')) AS present,
           coalesce(bool_and(r.position = v.choice) FILTER (WHERE r.position IN ('yes', 'no', 'abstain')), true) AS cast_so,
           coalesce(bool_or(v.choice IS NOT NULL) FILTER (WHERE r.position IN ('absent', 'presiding')), false) AS lost
      INTO roll FROM redress.motion_roll r LEFT JOIN redress.vote v ON v.jurisdiction_id = r.jurisdiction_id
        AND v.motion_id = r.motion_id AND v.member_id = r.member_id
     WHERE r.jurisdiction_id = NEW.jurisdiction_id AND r.motion_id = NEW.id;
    IF roll.yes <> NEW.yes_votes OR roll.no <> NEW.no_votes OR roll.present <> NEW.members_present OR NOT roll.cast_so OR roll.lost
      OR EXISTS (SELECT FROM redress.motion o WHERE o.jurisdiction_id = NEW.jurisdiction_id AND o.amends = NEW.id AND o.status = 'open') THEN
      RAISE EXCEPTION 'the result is not that of the votes' USING ERRCODE = 'RD042';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER refuse_false_result AFTER UPDATE ON redress.motion DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.status = 'open' AND NEW.status IN ('carried', 'failed'))
    EXECUTE FUNCTION redress.refuse_false_result();

  -- A meeting that is over leaves no vote under way, whoever ends it and whatever walls they are behind.
  CREATE FUNCTION redress.refuse_open_motions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
  DECLARE whoever uuid := redress.current_staff(); voting boolean;
  BEGIN
    PERFORM set_config('redress.staff', '', true);
    voting := EXISTS (SELECT FROM redress.motion o WHERE o.jurisdiction_id = NEW.jurisdiction_id AND o.meeting_id = NEW.id
      AND o.status = 'open');
    PERFORM set_config('redress.staff', coalesce(whoever::text, ''), true);
    IF voting THEN RAISE EXCEPTION 'a motion is open' USING ERRCODE = 'RD041'; END IF;
    RETURN NEW;
  END $$;
  REVOKE ALL ON FUNCTION redress.refuse_open_motions() FROM PUBLIC;
  CREATE TRIGGER refuse_open_motions BEFORE UPDATE ON redress.meeting
    FOR EACH ROW WHEN (OLD.status <> NEW.status AND NEW.status = 'adjourned') EXECUTE FUNCTION redress.refuse_open_motions();
`;

const OPINIONS = `
  -- What members say beside the result: each signs for themselves.
  CREATE TABLE redress.opinion (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    motion_id uuid NOT NULL,
    complaint_id uuid,
    kind text NOT NULL CHECK (kind IN ('dissent', 'concurrence', 'minority_report')),
    text_cipher bytea NOT NULL,
    filed_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    FOREIGN KEY (jurisdiction_id, motion_id) REFERENCES redress.motion,
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint
  );
  CREATE INDEX opinion_by_motion ON redress.opinion (jurisdiction_id, motion_id);
  SELECT redress.protect('redress.opinion', 'complaint_id');
  SELECT redress.append_only('redress.opinion');
  CREATE TABLE redress.opinion_publication (
    jurisdiction_id uuid NOT NULL,
    opinion_id uuid NOT NULL,
    complaint_id uuid,
    published_by uuid NOT NULL,
    published_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, opinion_id),
    FOREIGN KEY (jurisdiction_id, opinion_id) REFERENCES redress.opinion,
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, published_by) REFERENCES redress.staff
  );
  SELECT redress.protect('redress.opinion_publication', 'complaint_id');
  SELECT redress.append_only('redress.opinion_publication');
  CREATE TABLE redress.opinion_author (
    jurisdiction_id uuid NOT NULL,
    opinion_id uuid NOT NULL,
    member_id uuid NOT NULL,
    complaint_id uuid,
    signed_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, opinion_id, member_id),
    FOREIGN KEY (jurisdiction_id, opinion_id) REFERENCES redress.opinion,
    FOREIGN KEY (jurisdiction_id, member_id) REFERENCES redress.board_member,
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint
  );
  SELECT redress.protect('redress.opinion_author', 'complaint_id');
  SELECT redress.append_only('redress.opinion_author');

  -- Only who took part signs: a dissent who voted against the result, a concurrence who voted for it, a minority report who did not.
  CREATE FUNCTION redress.refuse_false_opinion() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE said record; stood text; won text;
  BEGIN
    SELECT p.kind, p.motion_id, p.complaint_id INTO said FROM redress.opinion p
      WHERE p.jurisdiction_id = NEW.jurisdiction_id AND p.id = NEW.opinion_id;
    -- To sign and to publish cannot pass each other.
    PERFORM FROM redress.motion o WHERE o.jurisdiction_id = NEW.jurisdiction_id AND o.id = said.motion_id FOR SHARE;
    SELECT CASE WHEN o.casting_by = r.member_id THEN o.casting_vote ELSE r.position END INTO stood FROM redress.motion_roll r
      JOIN redress.motion o ON o.jurisdiction_id = r.jurisdiction_id AND o.id = r.motion_id
      WHERE r.jurisdiction_id = NEW.jurisdiction_id AND r.motion_id = said.motion_id AND r.member_id = NEW.member_id;
    SELECT CASE o.status WHEN 'carried' THEN 'yes' WHEN 'failed' THEN 'no' END INTO won FROM redress.motion o
      WHERE o.jurisdiction_id = NEW.jurisdiction_id AND o.id = said.motion_id;
    IF said.complaint_id IS DISTINCT FROM NEW.complaint_id OR coalesce(stood, 'absent') NOT IN ('yes', 'no', 'abstain')
      OR NOT (CASE said.kind WHEN 'concurrence' THEN stood = won WHEN 'dissent' THEN stood IN ('yes', 'no') AND stood <> won
        ELSE stood <> won END)
      OR EXISTS (SELECT FROM redress.opinion_publication k WHERE k.jurisdiction_id = NEW.jurisdiction_id AND k.opinion_id = NEW.opinion_id)
    THEN
      RAISE EXCEPTION 'this member does not sign this' USING ERRCODE = 'RD043';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER refuse_false_opinion BEFORE INSERT ON redress.opinion_author
    FOR EACH ROW EXECUTE FUNCTION redress.refuse_false_opinion();

  -- What was said behind closed doors does not come out as somebody's opinion.
  CREATE FUNCTION redress.refuse_opinion_from_closed_doors() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM redress.motion o WHERE o.jurisdiction_id = NEW.jurisdiction_id
      AND o.id = (SELECT p.motion_id FROM redress.opinion p WHERE p.jurisdiction_id = NEW.jurisdiction_id AND p.id = NEW.opinion_id)
      FOR UPDATE;
    IF NOT EXISTS (SELECT FROM redress.opinion p
        JOIN redress.motion o ON o.jurisdiction_id = p.jurisdiction_id AND o.id = p.motion_id
        JOIN redress.agenda_item i ON i.jurisdiction_id = o.jurisdiction_id AND i.id = o.agenda_item_id AND NOT i.closed
       WHERE p.jurisdiction_id = NEW.jurisdiction_id AND p.id = NEW.opinion_id AND p.complaint_id IS NOT DISTINCT FROM NEW.complaint_id) THEN
      RAISE EXCEPTION 'the item is closed' USING ERRCODE = 'RD043';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER refuse_opinion_from_closed_doors BEFORE INSERT ON redress.opinion_publication
    FOR EACH ROW EXECUTE FUNCTION redress.refuse_opinion_from_closed_doors();

  CREATE TABLE published.opinion (
    id uuid PRIMARY KEY,
    item_id uuid NOT NULL REFERENCES published.agenda_item,
    kind text NOT NULL,
    authors text[] NOT NULL,
    -- NULL: withheld since
    text text,
    published_at timestamptz NOT NULL
  );
  GRANT SELECT ON published.opinion TO redress_public;
  GRANT SELECT, INSERT ON published.opinion TO redress_app;
`;

const BEFORE_THE_BOARD = `
  -- Each time that a case is sent to the board. What an earlier round decided stands in the record, and decides this one no more.
  CREATE TABLE redress.board_submission (
    jurisdiction_id uuid NOT NULL,
    id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    submitted_by uuid,
    submitted_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, id),
    FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
    FOREIGN KEY (jurisdiction_id, submitted_by) REFERENCES redress.staff
  );
  CREATE INDEX board_submission_by_complaint ON redress.board_submission (jurisdiction_id, complaint_id, submitted_at);
  INSERT INTO redress.board_submission (jurisdiction_id, id, complaint_id, submitted_by, submitted_at)
    SELECT h.jurisdiction_id, h.id, h.complaint_id, h.actor_id, h.at FROM redress.history_event h
     WHERE h.action = 'complaint.send-to-board' AND h.complaint_id IS NOT NULL;
  SELECT redress.protect('redress.board_submission', 'complaint_id');
  SELECT redress.append_only('redress.board_submission');
  -- NULL: never by that way, as in imports; then whatever was decided counts.
  CREATE FUNCTION redress.before_board_since(sent uuid) RETURNS timestamptz LANGUAGE sql STABLE AS
    $$ SELECT max(b.submitted_at) FROM redress.board_submission b
        WHERE b.jurisdiction_id = (SELECT redress.current_jurisdiction()) AND b.complaint_id = sent $$;

  -- Why discipline was recommended that the charter's matrix does not have for such an allegation.
  CREATE TABLE redress.matrix_departure (
    jurisdiction_id uuid NOT NULL,
    recommendation_id uuid NOT NULL,
    complaint_id uuid NOT NULL,
    -- The officer's earlier sustained findings on such allegations, as they were counted
    priors integer NOT NULL CHECK (priors >= 0),
    reasons_cipher bytea NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction_id, recommendation_id),
    FOREIGN KEY (jurisdiction_id, complaint_id, recommendation_id)
      REFERENCES redress.recommendation (jurisdiction_id, complaint_id, id)
  );
  SELECT redress.protect('redress.matrix_departure', 'complaint_id');
  SELECT redress.append_only('redress.matrix_departure');
`;

const withholding = (opinions: string): string => `
  CREATE OR REPLACE FUNCTION redress.withhold_from_meetings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
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
    ${opinions}
    RETURN NULL;
  END $$;`;

/** Motions on motions, the roll of each vote, what members say beside the result, and rounds before the board. */
export class Motions0041 implements MigrationInterface {
  name = 'Motions1700000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MOTIONS);
    await runner.query(LAWFUL);
    await runner.query(OPINIONS);
    await runner.query(BEFORE_THE_BOARD);
    await runner.query(withholding('UPDATE published.opinion SET text = NULL WHERE item_id = ANY (items);'));
  }

  /** Refused by the old constraints where something was recorded that only the new ones allow. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(withholding(''));
    await runner.query(`
      DROP TABLE redress.matrix_departure;
      DROP FUNCTION redress.before_board_since(uuid); DROP TABLE redress.board_submission;
      DROP TABLE published.opinion; DROP TABLE redress.opinion_author; DROP TABLE redress.opinion_publication;
      DROP TABLE redress.opinion;
      DROP FUNCTION redress.refuse_opinion_from_closed_doors(); DROP FUNCTION redress.refuse_false_opinion();
      DROP TRIGGER refuse_open_motions ON redress.meeting; DROP FUNCTION redress.refuse_open_motions();
      DROP TRIGGER refuse_false_result ON redress.motion; DROP FUNCTION redress.refuse_false_result();
      DROP TRIGGER refuse_vote_on_open_words ON redress.vote; DROP FUNCTION redress.refuse_vote_on_open_words();
      DROP TRIGGER moved_motion_stands ON redress.motion;
      DROP TRIGGER refuse_unlawful_motion ON redress.motion; DROP FUNCTION redress.refuse_unlawful_motion();
      DROP TABLE redress.motion_roll; DROP TABLE redress.motion_text;
      DROP INDEX redress.motion_by_meeting; DROP INDEX redress.continued_once; DROP INDEX redress.reconsidered_once; DROP INDEX redress.amended_by_one_at_a_time;
      ALTER TABLE redress.motion
        DROP CONSTRAINT casting_vote_by_somebody, DROP CONSTRAINT casting_vote_breaks_ties, DROP CONSTRAINT motion_degree,
        DROP CONSTRAINT motion_one_ground, DROP CONSTRAINT motion_cast_by, DROP CONSTRAINT motion_continues,
        DROP CONSTRAINT motion_reconsiders, DROP CONSTRAINT motion_amends, DROP CONSTRAINT motion_of_item,
        DROP COLUMN casting_by, DROP COLUMN casting_vote, DROP COLUMN seats, DROP COLUMN continues, DROP COLUMN reconsiders,
        DROP COLUMN amends, DROP COLUMN degree,
        DROP CONSTRAINT motion_status_check,
        ADD CONSTRAINT motion_status_check CHECK (status IN ('open', 'carried', 'failed', 'withdrawn')),
        ALTER COLUMN seconder_id SET NOT NULL,
        ALTER COLUMN text SET NOT NULL;
    `);
  }
}
