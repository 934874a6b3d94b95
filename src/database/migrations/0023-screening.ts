import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The door and the wall: what was asked and decided at the door, who else heard of it, what cases go together, who is in conflict. */
export class Screening0023 implements MigrationInterface {
  name = 'Screening1700000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE redress.complaint ADD COLUMN track text
        CHECK (track IN ('investigation', 'expedited', 'mediation', 'supervisor_action', 'contact_log'));

      -- For what happened about the same day in the same place.
      CREATE INDEX complaint_by_incident ON redress.complaint (jurisdiction_id, incident_on) WHERE incident_on IS NOT NULL;

      -- A second look supersedes the first decision and leaves it standing in the record.
      ALTER TABLE redress.screening DROP CONSTRAINT screening_jurisdiction_id_complaint_id_key;
      ALTER TABLE redress.screening
        ADD COLUMN reason_code text,
        ADD COLUMN overridden boolean NOT NULL DEFAULT false,
        ADD COLUMN appeal_until date,
        ADD COLUMN supersedes uuid,
        ADD UNIQUE (jurisdiction_id, complaint_id, id),
        ADD UNIQUE (jurisdiction_id, supersedes),
        ADD FOREIGN KEY (jurisdiction_id, complaint_id, supersedes)
          REFERENCES redress.screening (jurisdiction_id, complaint_id, id),
        ADD CHECK (decision = 'decline' OR (reason_code IS NULL AND appeal_until IS NULL)),
        ADD CHECK (NOT overridden OR (decision = 'accept' AND reason_cipher IS NOT NULL));
      CREATE UNIQUE INDEX screening_starts_once ON redress.screening (jurisdiction_id, complaint_id)
        WHERE supersedes IS NULL;

      CREATE TABLE redress.screening_answer (
        jurisdiction_id uuid NOT NULL,
        screening_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        test text NOT NULL,
        answer text NOT NULL CHECK (answer IN ('yes', 'no', 'unknown')),
        PRIMARY KEY (jurisdiction_id, screening_id, test),
        FOREIGN KEY (jurisdiction_id, complaint_id, screening_id)
          REFERENCES redress.screening (jurisdiction_id, complaint_id, id)
      );
      CREATE INDEX screening_answer_by_complaint ON redress.screening_answer (jurisdiction_id, complaint_id);
      SELECT redress.protect('redress.screening_answer', 'complaint_id');
      SELECT redress.append_only('redress.screening_answer');

      -- Who was turned away asks for another look, once a decision. taken_by NULL: the person themselves, by receipt.
      CREATE TABLE redress.screening_appeal (
        jurisdiction_id uuid NOT NULL,
        screening_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        grounds_cipher bytea NOT NULL,
        taken_by uuid,
        filed_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, screening_id),
        FOREIGN KEY (jurisdiction_id, complaint_id, screening_id)
          REFERENCES redress.screening (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, taken_by) REFERENCES redress.staff
      );
      CREATE INDEX screening_appeal_by_complaint ON redress.screening_appeal (jurisdiction_id, complaint_id);
      SELECT redress.protect('redress.screening_appeal', 'complaint_id');
      SELECT redress.append_only('redress.screening_appeal');

      CREATE TABLE redress.referral (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        -- A word of the charter; NULL for a body that it does not know, which its name tells
        body text,
        body_name text NOT NULL,
        -- What was sent: a JSON list, sealed
        sent_cipher bytea NOT NULL,
        sent_on date NOT NULL,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, recorded_by) REFERENCES redress.staff
      );
      SELECT redress.protect('redress.referral', 'complaint_id');
      SELECT redress.append_only('redress.referral');

      CREATE TABLE redress.referral_answer (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        referral_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('acknowledged', 'replied')),
        on_day date NOT NULL,
        -- By whom, and what they said: JSON, sealed
        text_cipher bytea NOT NULL,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id, referral_id)
          REFERENCES redress.referral (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, recorded_by) REFERENCES redress.staff
      );
      CREATE INDEX referral_answer_by_complaint ON redress.referral_answer (jurisdiction_id, complaint_id);
      SELECT redress.protect('redress.referral_answer', 'complaint_id');
      SELECT redress.append_only('redress.referral_answer');

      -- Every class that the case was ever put into; complaint.classification holds the last.
      CREATE TABLE redress.classification (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        classification text NOT NULL,
        track text NOT NULL,
        reason_cipher bytea,
        supersedes uuid,
        decided_by uuid NOT NULL,
        decided_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, id),
        UNIQUE (jurisdiction_id, supersedes),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, complaint_id, supersedes)
          REFERENCES redress.classification (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, decided_by) REFERENCES redress.staff,
        CHECK (supersedes IS NULL OR reason_cipher IS NOT NULL)
      );
      CREATE UNIQUE INDEX classification_starts_once ON redress.classification (jurisdiction_id, complaint_id)
        WHERE supersedes IS NULL;
      SELECT redress.protect('redress.classification', 'complaint_id');
      SELECT redress.append_only('redress.classification');

      -- One row for both directions. It is behind the wall of each of its two cases.
      CREATE TABLE redress.case_link (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        linked_complaint_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('duplicate', 'related', 'same_incident')),
        reason_cipher bytea NOT NULL,
        linked_by uuid NOT NULL,
        linked_at timestamptz NOT NULL,
        ended_by uuid,
        ended_at timestamptz,
        PRIMARY KEY (jurisdiction_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, linked_complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, linked_by) REFERENCES redress.staff,
        FOREIGN KEY (jurisdiction_id, ended_by) REFERENCES redress.staff,
        CHECK (complaint_id <> linked_complaint_id),
        CHECK ((ended_by IS NULL) = (ended_at IS NULL))
      );
      CREATE UNIQUE INDEX case_link_one_a_pair ON redress.case_link (jurisdiction_id,
        least(complaint_id, linked_complaint_id), greatest(complaint_id, linked_complaint_id)) WHERE ended_at IS NULL;
      CREATE INDEX case_link_by_linked ON redress.case_link (jurisdiction_id, linked_complaint_id);
      CREATE INDEX case_link_by_complaint ON redress.case_link (jurisdiction_id, complaint_id);
      SELECT redress.protect('redress.case_link', 'complaint_id');
      CREATE POLICY recusal_wall_of_linked ON redress.case_link AS RESTRICTIVE
        USING ((SELECT redress.current_staff()) IS NULL OR NOT EXISTS (
          SELECT FROM redress.recusal wall
          WHERE wall.jurisdiction_id = (SELECT redress.current_jurisdiction())
            AND wall.staff_id = (SELECT redress.current_staff())
            AND wall.complaint_id = case_link.linked_complaint_id));

      -- Whether two complainants are one, without a word of who: keyed hashes, forgotten with the case.
      CREATE TABLE redress.contact_index (
        jurisdiction_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('phone', 'email', 'name')),
        hash bytea NOT NULL CHECK (length(hash) = 32),
        PRIMARY KEY (jurisdiction_id, complaint_id, kind, hash),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint
      );
      CREATE INDEX contact_index_by_hash ON redress.contact_index (jurisdiction_id, hash);
      SELECT redress.protect('redress.contact_index', 'complaint_id');
      GRANT DELETE ON redress.contact_index TO redress_app;

      CREATE TABLE redress.conflict_declaration (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        -- A word of the charter; NULL: declares that there is none
        relation text,
        barring boolean NOT NULL,
        declared_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, staff_id) REFERENCES redress.staff,
        CHECK (relation IS NOT NULL OR NOT barring)
      );
      CREATE UNIQUE INDEX conflict_declared_once ON redress.conflict_declaration
        (jurisdiction_id, complaint_id, staff_id, coalesce(relation, ''));
      SELECT redress.protect('redress.conflict_declaration', 'complaint_id');
      SELECT redress.append_only('redress.conflict_declaration');

      CREATE TABLE redress.conflict_decision (
        jurisdiction_id uuid NOT NULL,
        declaration_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        decision text NOT NULL CHECK (decision IN ('recuse', 'clear')),
        reason_cipher bytea NOT NULL,
        decided_by uuid NOT NULL,
        decided_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, declaration_id),
        FOREIGN KEY (jurisdiction_id, complaint_id, declaration_id)
          REFERENCES redress.conflict_declaration (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, decided_by) REFERENCES redress.staff
      );
      SELECT redress.protect('redress.conflict_decision', 'complaint_id');
      SELECT redress.append_only('redress.conflict_decision');

      -- Where somebody of the staff served before: they are not given cases of that department unseen.
      CREATE TABLE redress.staff_former_department (
        jurisdiction_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        department_id uuid NOT NULL,
        until_day date,
        PRIMARY KEY (jurisdiction_id, staff_id, department_id),
        FOREIGN KEY (jurisdiction_id, staff_id) REFERENCES redress.staff,
        FOREIGN KEY (jurisdiction_id, department_id) REFERENCES redress.department
      );
      SELECT redress.protect('redress.staff_former_department');

      -- Who was taken for whom: an identification, or the undoing of one (officer_id NULL), each after the one before.
      CREATE TABLE redress.officer_identification (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        complaint_officer_id uuid NOT NULL,
        officer_id uuid,
        reason_cipher bytea,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id, complaint_officer_id)
          REFERENCES redress.complaint_officer (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, officer_id) REFERENCES redress.officer,
        FOREIGN KEY (jurisdiction_id, recorded_by) REFERENCES redress.staff,
        CHECK (officer_id IS NOT NULL OR reason_cipher IS NOT NULL)
      );
      CREATE INDEX officer_identification_by_complaint ON redress.officer_identification (jurisdiction_id, complaint_id);
      SELECT redress.protect('redress.officer_identification', 'complaint_id');
      SELECT redress.append_only('redress.officer_identification');

      -- What an allegation was called before, and why no longer.
      CREATE TABLE redress.allegation_renaming (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        allegation_id uuid NOT NULL,
        former_category text NOT NULL,
        category text NOT NULL,
        reason_cipher bytea NOT NULL,
        renamed_by uuid NOT NULL,
        renamed_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id, allegation_id)
          REFERENCES redress.allegation (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, renamed_by) REFERENCES redress.staff,
        CHECK (former_category <> category)
      );
      CREATE INDEX allegation_renaming_by_complaint ON redress.allegation_renaming (jurisdiction_id, complaint_id);
      SELECT redress.protect('redress.allegation_renaming', 'complaint_id');
      SELECT redress.append_only('redress.allegation_renaming');

      -- Where an officer served from when on; the register itself shows the last.
      CREATE TABLE redress.officer_post (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        officer_id uuid NOT NULL,
        rank text,
        unit text,
        from_day date NOT NULL,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        FOREIGN KEY (jurisdiction_id, officer_id) REFERENCES redress.officer,
        FOREIGN KEY (jurisdiction_id, recorded_by) REFERENCES redress.staff,
        CHECK (rank IS NOT NULL OR unit IS NOT NULL)
      );
      CREATE INDEX officer_post_by_officer ON redress.officer_post (jurisdiction_id, officer_id, from_day);
      SELECT redress.protect('redress.officer_post');
      SELECT redress.append_only('redress.officer_post');
    `);
  }

  /** Refused by the old constraint when a case was looked at twice: a decision is not thrown away to go back. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE redress.officer_post; DROP TABLE redress.allegation_renaming;
      DROP TABLE redress.officer_identification; DROP TABLE redress.staff_former_department;
      DROP TABLE redress.conflict_decision; DROP TABLE redress.conflict_declaration; DROP TABLE redress.contact_index;
      DROP TABLE redress.case_link; DROP TABLE redress.classification; DROP TABLE redress.referral_answer;
      DROP TABLE redress.referral; DROP TABLE redress.screening_appeal; DROP TABLE redress.screening_answer;
      DROP INDEX redress.screening_starts_once;
      ALTER TABLE redress.screening DROP COLUMN reason_code, DROP COLUMN overridden, DROP COLUMN appeal_until,
        DROP COLUMN supersedes, DROP CONSTRAINT screening_jurisdiction_id_complaint_id_id_key;
      ALTER TABLE redress.screening ADD UNIQUE (jurisdiction_id, complaint_id);
      DROP INDEX redress.complaint_by_incident;
      ALTER TABLE redress.complaint DROP COLUMN track;
    `);
  }
}
