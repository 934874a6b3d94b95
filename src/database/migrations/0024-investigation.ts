import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The check on roles is changed as it stands, so that roles which other migrations added stay. */
const changeRoles = (from: string, to: string): string => `
  DO $$ DECLARE known text; BEGIN
    SELECT pg_get_constraintdef(oid) INTO STRICT known FROM pg_constraint
     WHERE conrelid = 'redress.staff'::regclass AND conname = 'staff_roles_check';
    ALTER TABLE redress.staff DROP CONSTRAINT staff_roles_check;
    EXECUTE 'ALTER TABLE redress.staff ADD CONSTRAINT staff_roles_check ' || replace(known, '${from}', '${to}');
  END $$;`;
const OPENING = 'ARRAY[';
const WITH_MEDIATOR = "ARRAY[''mediator''::text, ";

/** The work of an investigation, mediation, and letters. */
export class Investigation0024 implements MigrationInterface {
  name = 'Investigation1700000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(changeRoles(OPENING, WITH_MEDIATOR));
    await runner.query(`
      ALTER TABLE redress.complaint_person ADD CONSTRAINT complaint_person_in_case UNIQUE (jurisdiction_id, complaint_id, id);

      -- By what measure a finding was made, and what it rests on.
      ALTER TABLE redress.finding ADD COLUMN standard_of_proof text;
      ALTER TABLE redress.finding ADD CONSTRAINT finding_in_case UNIQUE (jurisdiction_id, complaint_id, id);
      CREATE TABLE redress.finding_evidence (
        jurisdiction_id uuid NOT NULL,
        finding_id uuid NOT NULL,
        evidence_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        PRIMARY KEY (jurisdiction_id, finding_id, evidence_id),
        FOREIGN KEY (jurisdiction_id, complaint_id, finding_id) REFERENCES redress.finding (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id, evidence_id)
          REFERENCES redress.evidence_item (jurisdiction_id, complaint_id, id)
      );
      SELECT redress.protect('redress.finding_evidence', 'complaint_id');
      SELECT redress.append_only('redress.finding_evidence');

      -- What is to be done in an investigation. What it is and for whom never changes; where it stands does, step by step.
      CREATE TABLE redress.work_item (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('task', 'interview', 'records_request', 'subpoena')),
        status text NOT NULL,
        due_on date,
        assigned_to uuid,
        -- Who is interviewed: somebody of the case.
        person_id uuid,
        complaint_officer_id uuid,
        -- Which records: a word of the charter.
        record_kind text,
        -- What is to be done, asked of whom: JSON, sealed.
        words_cipher bytea NOT NULL,
        added_by uuid NOT NULL,
        added_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, assigned_to) REFERENCES redress.staff,
        FOREIGN KEY (jurisdiction_id, added_by) REFERENCES redress.staff,
        FOREIGN KEY (jurisdiction_id, complaint_id, person_id)
          REFERENCES redress.complaint_person (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id, complaint_officer_id)
          REFERENCES redress.complaint_officer (jurisdiction_id, complaint_id, id),
        CHECK ((kind = 'interview') = (num_nonnulls(person_id, complaint_officer_id) = 1)),
        CHECK (num_nonnulls(person_id, complaint_officer_id) < 2),
        CHECK ((kind IN ('records_request', 'subpoena')) = (record_kind IS NOT NULL)),
        CHECK (status = ANY (CASE kind
          WHEN 'task' THEN ARRAY['open', 'done', 'cancelled']
          WHEN 'interview' THEN ARRAY['planned', 'notified', 'scheduled', 'held', 'missed', 'refused', 'cancelled']
          WHEN 'records_request' THEN ARRAY['requested', 'partly_received', 'received', 'refused', 'withdrawn']
          WHEN 'subpoena' THEN ARRAY['issued', 'served', 'complied', 'defied', 'quashed', 'withdrawn'] END))
      );
      CREATE INDEX work_item_by_complaint ON redress.work_item (jurisdiction_id, complaint_id, kind, id);
      CREATE INDEX work_item_open ON redress.work_item (jurisdiction_id, assigned_to, due_on)
        WHERE kind = 'task' AND status = 'open';
      SELECT redress.protect('redress.work_item', 'complaint_id');

      -- How it came to stand where it stands. Of two steps from one place only one is taken: the sequence is unique.
      CREATE TABLE redress.work_step (
        jurisdiction_id uuid NOT NULL,
        item_id uuid NOT NULL,
        sequence integer NOT NULL CHECK (sequence > 0),
        complaint_id uuid NOT NULL,
        from_status text NOT NULL,
        to_status text NOT NULL,
        on_day date NOT NULL,
        -- The warning that was read before a statement: a word of the charter, and that it was acknowledged.
        warning text,
        warning_acknowledged boolean,
        representative_present boolean,
        recording_evidence_id uuid,
        -- Result, summary, ground of a refusal, where a recording lies: JSON, sealed.
        words_cipher bytea,
        taken_by uuid NOT NULL,
        taken_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, item_id, sequence),
        FOREIGN KEY (jurisdiction_id, complaint_id, item_id) REFERENCES redress.work_item (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id, recording_evidence_id)
          REFERENCES redress.evidence_item (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, taken_by) REFERENCES redress.staff,
        CHECK (warning IS NULL OR warning_acknowledged IS NOT NULL)
      );
      CREATE INDEX work_step_by_complaint ON redress.work_step (jurisdiction_id, complaint_id);
      SELECT redress.protect('redress.work_step', 'complaint_id');
      SELECT redress.append_only('redress.work_step');

      -- The plan: the newest version counts once a supervisor has approved it.
      CREATE TABLE redress.investigation_plan (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        text_cipher bytea NOT NULL,
        written_by uuid NOT NULL,
        written_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, version),
        UNIQUE (jurisdiction_id, complaint_id, id, written_by),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, written_by) REFERENCES redress.staff
      );
      SELECT redress.protect('redress.investigation_plan', 'complaint_id');
      SELECT redress.append_only('redress.investigation_plan');
      CREATE TABLE redress.plan_approval (
        jurisdiction_id uuid NOT NULL,
        plan_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        written_by uuid NOT NULL,
        approved_by uuid NOT NULL CHECK (approved_by <> written_by),
        approved_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, plan_id),
        FOREIGN KEY (jurisdiction_id, complaint_id, plan_id, written_by)
          REFERENCES redress.investigation_plan (jurisdiction_id, complaint_id, id, written_by),
        FOREIGN KEY (jurisdiction_id, approved_by) REFERENCES redress.staff
      );
      CREATE INDEX plan_approval_by_complaint ON redress.plan_approval (jurisdiction_id, complaint_id);
      SELECT redress.protect('redress.plan_approval', 'complaint_id');
      SELECT redress.append_only('redress.plan_approval');

      -- A note that was wrong is superseded by another and stays.
      CREATE TABLE redress.diary_note (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        on_day date NOT NULL,
        text_cipher bytea NOT NULL,
        supersedes uuid,
        written_by uuid NOT NULL,
        written_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, id),
        UNIQUE (jurisdiction_id, supersedes),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, complaint_id, supersedes) REFERENCES redress.diary_note (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, written_by) REFERENCES redress.staff
      );
      CREATE INDEX diary_note_by_complaint ON redress.diary_note (jurisdiction_id, complaint_id, written_at);
      SELECT redress.protect('redress.diary_note', 'complaint_id');
      SELECT redress.append_only('redress.diary_note');

      -- The supervisor looks: round after round, until nothing is left to mend.
      CREATE TABLE redress.supervisor_review (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        round integer NOT NULL CHECK (round > 0),
        decision text NOT NULL CHECK (decision IN ('approve', 'return')),
        reviewed_by uuid NOT NULL,
        reviewed_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, id),
        UNIQUE (jurisdiction_id, complaint_id, round),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, reviewed_by) REFERENCES redress.staff
      );
      SELECT redress.protect('redress.supervisor_review', 'complaint_id');
      SELECT redress.append_only('redress.supervisor_review');
      CREATE TABLE redress.review_point (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        review_id uuid NOT NULL,
        position integer NOT NULL CHECK (position > 0),
        text_cipher bytea NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, id),
        UNIQUE (jurisdiction_id, review_id, position),
        FOREIGN KEY (jurisdiction_id, complaint_id, review_id)
          REFERENCES redress.supervisor_review (jurisdiction_id, complaint_id, id)
      );
      CREATE INDEX review_point_by_complaint ON redress.review_point (jurisdiction_id, complaint_id);
      SELECT redress.protect('redress.review_point', 'complaint_id');
      SELECT redress.append_only('redress.review_point');
      CREATE TABLE redress.review_answer (
        jurisdiction_id uuid NOT NULL,
        point_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        text_cipher bytea NOT NULL,
        answered_by uuid NOT NULL,
        answered_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, point_id),
        FOREIGN KEY (jurisdiction_id, complaint_id, point_id) REFERENCES redress.review_point (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, answered_by) REFERENCES redress.staff
      );
      CREATE INDEX review_answer_by_complaint ON redress.review_answer (jurisdiction_id, complaint_id);
      SELECT redress.protect('redress.review_answer', 'complaint_id');
      SELECT redress.append_only('redress.review_answer');

      -- Mediation: that it was, when, and how it ended. What is said there is not recorded: there is no column for it.
      CREATE TABLE redress.mediation (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        complaint_officer_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('offered', 'agreed', 'declined', 'mediated', 'attempted')),
        offered_on date NOT NULL,
        offered_by uuid NOT NULL,
        mediator_id uuid,
        ended_on date,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, complaint_id, complaint_officer_id)
          REFERENCES redress.complaint_officer (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, offered_by) REFERENCES redress.staff,
        FOREIGN KEY (jurisdiction_id, mediator_id) REFERENCES redress.staff,
        CHECK ((status IN ('declined', 'mediated', 'attempted')) = (ended_on IS NOT NULL)),
        CHECK (status <> 'mediated' OR mediator_id IS NOT NULL)
      );
      CREATE UNIQUE INDEX mediation_one_at_a_time ON redress.mediation (jurisdiction_id, complaint_id, complaint_officer_id)
        WHERE ended_on IS NULL;
      CREATE INDEX mediation_by_mediator ON redress.mediation (jurisdiction_id, mediator_id, complaint_id);
      SELECT redress.protect('redress.mediation', 'complaint_id');
      CREATE TABLE redress.mediation_answer (
        jurisdiction_id uuid NOT NULL,
        mediation_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        party text NOT NULL CHECK (party IN ('complainant', 'officer')),
        accepted boolean NOT NULL,
        on_day date NOT NULL,
        PRIMARY KEY (jurisdiction_id, mediation_id, party),
        FOREIGN KEY (jurisdiction_id, complaint_id, mediation_id) REFERENCES redress.mediation (jurisdiction_id, complaint_id, id)
      );
      CREATE INDEX mediation_answer_by_complaint ON redress.mediation_answer (jurisdiction_id, complaint_id);
      SELECT redress.protect('redress.mediation_answer', 'complaint_id');
      SELECT redress.append_only('redress.mediation_answer');
      CREATE TABLE redress.mediation_session (
        jurisdiction_id uuid NOT NULL,
        mediation_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        on_day date NOT NULL,
        PRIMARY KEY (jurisdiction_id, mediation_id, on_day),
        FOREIGN KEY (jurisdiction_id, complaint_id, mediation_id) REFERENCES redress.mediation (jurisdiction_id, complaint_id, id)
      );
      CREATE INDEX mediation_session_by_complaint ON redress.mediation_session (jurisdiction_id, complaint_id);
      SELECT redress.protect('redress.mediation_session', 'complaint_id');
      SELECT redress.append_only('redress.mediation_session');

      -- A letter as it was written: its words never change, so that what was sent can be shown again exactly.
      CREATE TABLE redress.letter (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        template text NOT NULL,
        language text NOT NULL,
        person_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('written', 'sent', 'delivered', 'returned', 'discarded')),
        agency text NOT NULL,
        -- Only in the portal, where a receipt opens it: who it is for is not known, or may not be.
        portal_only boolean NOT NULL,
        subject_cipher bytea NOT NULL,
        body_cipher bytea NOT NULL,
        written_by uuid NOT NULL,
        written_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, id),
        UNIQUE (jurisdiction_id, complaint_id, id, portal_only),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, complaint_id, person_id)
          REFERENCES redress.complaint_person (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, written_by) REFERENCES redress.staff
      );
      CREATE INDEX letter_by_complaint ON redress.letter (jurisdiction_id, complaint_id, written_at);
      SELECT redress.protect('redress.letter', 'complaint_id');
      REVOKE UPDATE ON redress.letter FROM redress_app;
      GRANT UPDATE (status) ON redress.letter TO redress_app;

      CREATE TABLE redress.letter_step (
        jurisdiction_id uuid NOT NULL,
        letter_id uuid NOT NULL,
        sequence integer NOT NULL CHECK (sequence > 0),
        complaint_id uuid NOT NULL,
        portal_only boolean NOT NULL,
        to_status text NOT NULL CHECK (to_status IN ('sent', 'delivered', 'returned', 'discarded')),
        way text CHECK (way IN ('mail', 'email', 'portal', 'hand')),
        on_day date NOT NULL,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, letter_id, sequence),
        FOREIGN KEY (jurisdiction_id, complaint_id, letter_id, portal_only)
          REFERENCES redress.letter (jurisdiction_id, complaint_id, id, portal_only),
        FOREIGN KEY (jurisdiction_id, recorded_by) REFERENCES redress.staff,
        CHECK ((to_status = 'sent') = (way IS NOT NULL)),
        CHECK (way IS NULL OR way = 'portal' OR NOT portal_only)
      );
      CREATE INDEX letter_step_by_complaint ON redress.letter_step (jurisdiction_id, complaint_id);
      SELECT redress.protect('redress.letter_step', 'complaint_id');
      SELECT redress.append_only('redress.letter_step');
    `);
    // What a thing is never changes; the application may only say where it stands now.
    await runner.query(`
      REVOKE UPDATE ON redress.work_item, redress.mediation FROM redress_app;
      GRANT UPDATE (status) ON redress.work_item TO redress_app;
      GRANT UPDATE (status, mediator_id, ended_on) ON redress.mediation TO redress_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE redress.letter_step; DROP TABLE redress.letter;
      DROP TABLE redress.mediation_session; DROP TABLE redress.mediation_answer; DROP TABLE redress.mediation;
      DROP TABLE redress.review_answer; DROP TABLE redress.review_point; DROP TABLE redress.supervisor_review;
      DROP TABLE redress.diary_note; DROP TABLE redress.plan_approval; DROP TABLE redress.investigation_plan;
      DROP TABLE redress.work_step; DROP TABLE redress.work_item; DROP TABLE redress.finding_evidence;
      ALTER TABLE redress.finding DROP CONSTRAINT finding_in_case;
      ALTER TABLE redress.finding DROP COLUMN standard_of_proof;
      ALTER TABLE redress.complaint_person DROP CONSTRAINT complaint_person_in_case;
      UPDATE redress.staff SET roles = array_remove(roles, 'mediator');
    `);
    await runner.query(changeRoles(WITH_MEDIATOR, OPENING));
  }
}
