import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is recorded at the door, the dialogue with who complains, receipts that are replaced, and the custodian of shielded
 * identities. Of what an anonymous person does no time finer than the hour is kept: the constraints hold it.
 */
export class Intake0022 implements MigrationInterface {
  name = 'Intake1700000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Codes of the case's charter and yes or no; NULL: nobody asked. What the person fears, in words, is sealed.
      ALTER TABLE redress.complaint
        ADD COLUMN taken_in_by uuid,
        ADD COLUMN privacy text,
        ADD COLUMN shielded boolean NOT NULL DEFAULT false,
        ADD COLUMN accommodations text[] NOT NULL DEFAULT '{}',
        ADD COLUMN retaliation_feared boolean,
        ADD COLUMN retaliation_cipher bytea,
        ADD COLUMN pending_charges boolean,
        ADD COLUMN pending_suit boolean,
        ADD COLUMN preferred_contact text CHECK (preferred_contact IN ('phone', 'email', 'mail', 'in_person', 'receipt')),
        ADD CONSTRAINT complaint_taken_in_by FOREIGN KEY (jurisdiction_id, taken_in_by) REFERENCES redress.staff,
        ADD CONSTRAINT complaint_retaliation_told CHECK (retaliation_cipher IS NULL OR retaliation_feared);

      -- Times as staff are shown them: of a case whose complainant nobody knows, the hour alone.
      CREATE FUNCTION redress.shown_time(at timestamptz, anonymous boolean) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
        RETURN CASE WHEN anonymous THEN date_trunc('hour', at, 'UTC') ELSE at END;

      -- Another receipt was given in its place: the code on this one opens nothing from here on.
      CREATE TABLE redress.receipt_end (
        jurisdiction_id uuid NOT NULL,
        receipt_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        ended_at timestamptz NOT NULL CHECK (ended_at = date_trunc('hour', ended_at, 'UTC')),
        PRIMARY KEY (jurisdiction_id, receipt_id),
        FOREIGN KEY (jurisdiction_id, receipt_id) REFERENCES redress.receipt,
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint
      );
      SELECT redress.protect('redress.receipt_end', 'complaint_id');
      SELECT redress.append_only('redress.receipt_end');

      -- The dialogue between the agency and who complains. Numbered in its case: times to the hour give no order.
      CREATE TABLE redress.message (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        -- NULL: who complains wrote it.
        staff_id uuid,
        text_cipher bytea NOT NULL,
        sent_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, number),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, staff_id) REFERENCES redress.staff,
        CHECK (staff_id IS NOT NULL OR sent_at = date_trunc('hour', sent_at, 'UTC'))
      );
      SELECT redress.protect('redress.message', 'complaint_id');
      SELECT redress.append_only('redress.message');

      -- How far each member of staff has read. When who complains reads is recorded nowhere.
      CREATE TABLE redress.message_seen (
        jurisdiction_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        up_to integer NOT NULL,
        PRIMARY KEY (jurisdiction_id, complaint_id, staff_id),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, staff_id) REFERENCES redress.staff
      );
      SELECT redress.protect('redress.message_seen', 'complaint_id');

      -- The sworn statement, or a supervisor's reason to go without it (Illinois once required one).
      CREATE TABLE redress.affidavit (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('received', 'overridden')),
        received_on date,
        reason_cipher bytea,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, kind),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, recorded_by) REFERENCES redress.staff,
        CHECK ((kind = 'received') = (received_on IS NOT NULL)),
        CHECK ((kind = 'overridden') = (reason_cipher IS NOT NULL))
      );
      SELECT redress.protect('redress.affidavit', 'complaint_id');
      SELECT redress.append_only('redress.affidavit');

      -- Somebody asks who is behind a case whose complainant chose to be shielded.
      CREATE TABLE redress.identity_request (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        asked_by uuid NOT NULL,
        reason_cipher bytea NOT NULL,
        asked_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, id, complaint_id, asked_by),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, asked_by) REFERENCES redress.staff
      );
      CREATE INDEX identity_request_by_complaint ON redress.identity_request (jurisdiction_id, complaint_id);
      SELECT redress.protect('redress.identity_request', 'complaint_id');
      SELECT redress.append_only('redress.identity_request');

      -- The custodian's answer, once. The foreign key brings who asked along, so that the check can say: another person.
      CREATE TABLE redress.identity_decision (
        jurisdiction_id uuid NOT NULL,
        request_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        asked_by uuid NOT NULL,
        decided_by uuid NOT NULL,
        granted boolean NOT NULL,
        reason_cipher bytea NOT NULL,
        decided_at timestamptz NOT NULL,
        granted_until timestamptz,
        PRIMARY KEY (jurisdiction_id, request_id),
        FOREIGN KEY (jurisdiction_id, request_id, complaint_id, asked_by)
          REFERENCES redress.identity_request (jurisdiction_id, id, complaint_id, asked_by),
        FOREIGN KEY (jurisdiction_id, decided_by) REFERENCES redress.staff,
        CONSTRAINT identity_decided_by_another CHECK (decided_by <> asked_by),
        CHECK (granted = (granted_until IS NOT NULL)),
        CHECK (granted_until > decided_at)
      );
      SELECT redress.protect('redress.identity_decision', 'complaint_id');
      SELECT redress.append_only('redress.identity_decision');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE redress.identity_decision; DROP TABLE redress.identity_request; DROP TABLE redress.affidavit;
      DROP TABLE redress.message_seen; DROP TABLE redress.message; DROP TABLE redress.receipt_end;
      DROP FUNCTION redress.shown_time(timestamptz, boolean);
      ALTER TABLE redress.complaint
        DROP COLUMN taken_in_by, DROP COLUMN privacy, DROP COLUMN shielded, DROP COLUMN accommodations,
        DROP COLUMN retaliation_cipher, DROP COLUMN retaliation_feared, DROP COLUMN pending_charges,
        DROP COLUMN pending_suit, DROP COLUMN preferred_contact;
    `);
  }
}
