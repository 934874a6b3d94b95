import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The board: who sits, when it meets, what it decides. The database refuses a vote that the law would not count. */
export class ReviewBoard0006 implements MigrationInterface {
  name = 'ReviewBoard1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE redress.board (
        jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
        id uuid NOT NULL,
        name text NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, name)
      );
      SELECT redress.protect('redress.board');

      CREATE TABLE redress.board_member (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        board_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        appointed_by text NOT NULL,
        term_from date NOT NULL,
        term_to date NOT NULL CHECK (term_to >= term_from),
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, board_id, staff_id, term_from),
        UNIQUE (jurisdiction_id, board_id, id),
        FOREIGN KEY (jurisdiction_id, board_id) REFERENCES redress.board,
        FOREIGN KEY (jurisdiction_id, staff_id) REFERENCES redress.staff
      );
      SELECT redress.protect('redress.board_member');

      CREATE TABLE redress.meeting (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        board_id uuid NOT NULL,
        charter_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('regular', 'special', 'emergency')),
        starts_at timestamptz NOT NULL,
        status text NOT NULL CHECK (status IN ('scheduled', 'open', 'adjourned', 'cancelled')),
        agenda_posted_at timestamptz,
        opened_at timestamptz,
        adjourned_at timestamptz,
        -- Of the agenda. Counted here and not by its rows: a recused clerk does not see them all.
        last_position integer NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, board_id, id),
        FOREIGN KEY (jurisdiction_id, board_id) REFERENCES redress.board,
        FOREIGN KEY (jurisdiction_id, charter_id) REFERENCES redress.charter,
        CHECK (status <> 'open' OR agenda_posted_at IS NOT NULL),
        CHECK ((status = 'adjourned') = (adjourned_at IS NOT NULL))
      );
      SELECT redress.protect('redress.meeting');

      CREATE TABLE redress.panel (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        board_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        appointed_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, board_id) REFERENCES redress.board,
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint
      );
      SELECT redress.protect('redress.panel', 'complaint_id');

      CREATE TABLE redress.panel_member (
        jurisdiction_id uuid NOT NULL,
        panel_id uuid NOT NULL,
        member_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        PRIMARY KEY (jurisdiction_id, panel_id, member_id),
        FOREIGN KEY (jurisdiction_id, complaint_id, panel_id) REFERENCES redress.panel (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, member_id) REFERENCES redress.board_member
      );
      SELECT redress.protect('redress.panel_member', 'complaint_id');

      -- An item on the agenda. Closed items name the law that lets the board close its doors.
      CREATE TABLE redress.agenda_item (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        position integer NOT NULL CHECK (position > 0),
        title text NOT NULL,
        closed boolean NOT NULL,
        legal_basis text,
        complaint_id uuid,
        panel_id uuid,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, meeting_id, id),
        UNIQUE (jurisdiction_id, meeting_id, position),
        FOREIGN KEY (jurisdiction_id, meeting_id) REFERENCES redress.meeting,
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, complaint_id, panel_id) REFERENCES redress.panel (jurisdiction_id, complaint_id, id),
        CHECK (closed = (legal_basis IS NOT NULL)),
        CHECK (panel_id IS NULL OR complaint_id IS NOT NULL)
      );
      SELECT redress.protect('redress.agenda_item', 'complaint_id');

      CREATE TABLE redress.attendance (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        board_id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        member_id uuid NOT NULL,
        arrived_at timestamptz NOT NULL,
        left_at timestamptz CHECK (left_at >= arrived_at),
        PRIMARY KEY (jurisdiction_id, id),
        FOREIGN KEY (jurisdiction_id, board_id, meeting_id) REFERENCES redress.meeting (jurisdiction_id, board_id, id),
        FOREIGN KEY (jurisdiction_id, board_id, member_id) REFERENCES redress.board_member (jurisdiction_id, board_id, id)
      );
      CREATE UNIQUE INDEX attendance_present_once ON redress.attendance (jurisdiction_id, meeting_id, member_id)
        WHERE left_at IS NULL;
      SELECT redress.protect('redress.attendance');

      CREATE TABLE redress.motion (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        agenda_item_id uuid NOT NULL,
        complaint_id uuid,
        allegation_id uuid,
        proposed_finding text,
        text text NOT NULL,
        mover_id uuid NOT NULL,
        seconder_id uuid NOT NULL CHECK (seconder_id <> mover_id),
        moved_at timestamptz NOT NULL,
        status text NOT NULL CHECK (status IN ('open', 'carried', 'failed', 'withdrawn')),
        quorum integer,
        members_present integer,
        yes_votes integer,
        no_votes integer,
        -- Whose votes made the result: one that was cast by a member recused since stands in the record, and not in the tally.
        counted_members uuid[],
        decided_at timestamptz,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, meeting_id, agenda_item_id) REFERENCES redress.agenda_item (jurisdiction_id, meeting_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id, allegation_id)
          REFERENCES redress.allegation (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, mover_id) REFERENCES redress.board_member,
        FOREIGN KEY (jurisdiction_id, seconder_id) REFERENCES redress.board_member,
        CHECK ((status = 'open') = (decided_at IS NULL)),
        CHECK (CASE WHEN status IN ('carried', 'failed')
          THEN coalesce(members_present >= quorum AND yes_votes + no_votes <= members_present
            AND cardinality(counted_members) = members_present, false)
          ELSE num_nonnulls(quorum, members_present, yes_votes, no_votes, counted_members) = 0 END),
        CHECK (status <> 'carried' OR yes_votes > 0),
        CHECK (proposed_finding IS NULL OR allegation_id IS NOT NULL)
      );
      SELECT redress.protect('redress.motion', 'complaint_id');
      -- What was decided is reconsidered by a new motion, never rewritten.
      CREATE TRIGGER decided_motion_stands BEFORE UPDATE ON redress.motion
        FOR EACH ROW WHEN (OLD.status <> 'open') EXECUTE FUNCTION redress.refuse_rewrite();

      CREATE TABLE redress.vote (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        motion_id uuid NOT NULL,
        member_id uuid NOT NULL,
        complaint_id uuid,
        choice text NOT NULL CHECK (choice IN ('yes', 'no', 'abstain')),
        reason_cipher bytea,
        cast_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, motion_id, member_id),
        FOREIGN KEY (jurisdiction_id, motion_id) REFERENCES redress.motion,
        FOREIGN KEY (jurisdiction_id, member_id) REFERENCES redress.board_member
      );
      SELECT redress.protect('redress.vote', 'complaint_id');
      SELECT redress.append_only('redress.vote');

      -- A vote counts once, while its motion is open, by a member who is present, not recused, and of the panel if there is one.
      -- The motion's row is locked, so that a vote and the closing of the motion cannot pass each other.
      CREATE FUNCTION redress.refuse_unlawful_vote() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE moved redress.motion;
      BEGIN
        SELECT * INTO moved FROM redress.motion m
          WHERE m.jurisdiction_id = NEW.jurisdiction_id AND m.id = NEW.motion_id FOR SHARE;
        IF moved.id IS NULL OR moved.status <> 'open' THEN
          RAISE EXCEPTION 'the motion is not open' USING ERRCODE = 'RD002';
        END IF;
        IF NEW.complaint_id IS DISTINCT FROM moved.complaint_id THEN
          RAISE EXCEPTION 'the vote is about another case than its motion' USING ERRCODE = 'RD002';
        END IF;
        IF NOT EXISTS (SELECT FROM redress.attendance a WHERE a.jurisdiction_id = NEW.jurisdiction_id
            AND a.meeting_id = moved.meeting_id AND a.member_id = NEW.member_id AND a.left_at IS NULL) THEN
          RAISE EXCEPTION 'the member is not present' USING ERRCODE = 'RD002';
        END IF;
        IF EXISTS (SELECT FROM redress.agenda_item i WHERE i.jurisdiction_id = NEW.jurisdiction_id
            AND i.id = moved.agenda_item_id AND i.panel_id IS NOT NULL
            AND NOT EXISTS (SELECT FROM redress.panel_member p WHERE p.jurisdiction_id = NEW.jurisdiction_id
              AND p.panel_id = i.panel_id AND p.member_id = NEW.member_id)) THEN
          RAISE EXCEPTION 'the member is not of the panel' USING ERRCODE = 'RD002';
        END IF;
        IF EXISTS (SELECT FROM redress.recusal r JOIN redress.board_member b
              ON b.jurisdiction_id = r.jurisdiction_id AND b.staff_id = r.staff_id
            WHERE r.jurisdiction_id = NEW.jurisdiction_id AND r.complaint_id = moved.complaint_id
              AND b.id = NEW.member_id) THEN
          RAISE EXCEPTION 'the member is recused' USING ERRCODE = 'RD002';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refuse_unlawful_vote BEFORE INSERT ON redress.vote
        FOR EACH ROW EXECUTE FUNCTION redress.refuse_unlawful_vote();

      CREATE TABLE redress.recommendation (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        allegation_id uuid,
        motion_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('discipline', 'policy', 'training', 'supervision')),
        discipline_kind text,
        discipline_days integer CHECK (discipline_days > 0),
        text text NOT NULL,
        addressed_to text NOT NULL,
        sent_at timestamptz NOT NULL,
        answer_due_on date NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id, motion_id) REFERENCES redress.motion (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id, allegation_id)
          REFERENCES redress.allegation (jurisdiction_id, complaint_id, id),
        CHECK ((kind = 'discipline') = (discipline_kind IS NOT NULL)),
        CHECK (kind <> 'discipline' OR allegation_id IS NOT NULL)
      );
      SELECT redress.protect('redress.recommendation', 'complaint_id');
      SELECT redress.append_only('redress.recommendation');

      -- The chief may depart from the board, but not without saying why.
      CREATE TABLE redress.chief_answer (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        recommendation_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        answer text NOT NULL CHECK (answer IN ('concur', 'concur_in_part', 'depart')),
        reasons text,
        answered_at timestamptz NOT NULL,
        recorded_by uuid NOT NULL,
        supersedes uuid,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, recommendation_id, id),
        UNIQUE (jurisdiction_id, supersedes),
        FOREIGN KEY (jurisdiction_id, complaint_id, recommendation_id)
          REFERENCES redress.recommendation (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, recommendation_id, supersedes)
          REFERENCES redress.chief_answer (jurisdiction_id, recommendation_id, id),
        FOREIGN KEY (jurisdiction_id, recorded_by) REFERENCES redress.staff,
        CHECK (answer = 'concur' OR length(btrim(reasons)) > 0)
      );
      CREATE UNIQUE INDEX chief_answers_once ON redress.chief_answer (jurisdiction_id, recommendation_id)
        WHERE supersedes IS NULL;
      SELECT redress.protect('redress.chief_answer', 'complaint_id');
      SELECT redress.append_only('redress.chief_answer');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE redress.chief_answer; DROP TABLE redress.recommendation;
      DROP TABLE redress.vote; DROP FUNCTION redress.refuse_unlawful_vote();
      DROP TABLE redress.motion; DROP TABLE redress.attendance; DROP TABLE redress.agenda_item;
      DROP TABLE redress.panel_member; DROP TABLE redress.panel; DROP TABLE redress.meeting;
      DROP TABLE redress.board_member; DROP TABLE redress.board;
    `);
  }
}
