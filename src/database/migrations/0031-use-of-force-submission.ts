import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How reports come in: submissions and what of them was not taken, drafts, mappings of a department's own columns, who
 * reports for which ORI, zero reports by ORI, and the notices that remind of what is missing.
 */
export class UseOfForceSubmission0031 implements MigrationInterface {
  name = 'UseOfForceSubmission1700000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE redress.use_of_force_report
        ADD COLUMN ori text CHECK (ori ~ '^[A-Z0-9]{9}$'),
        -- The programmes, by the charter's codes, for which it came after their limit when it first came.
        ADD COLUMN late_for text[] NOT NULL DEFAULT '{}';
      -- Hour and place besides: the same day's reports are looked through for one that tells the same.
      DROP INDEX redress.use_of_force_report_by_date;
      CREATE INDEX use_of_force_report_by_date
        ON redress.use_of_force_report (jurisdiction_id, department_id, occurred_on, occurred_hour, municipality);

      -- Where nothing is known of how full these tables are, references are looked up by an index that fits badly, each lookup
      -- slower than the one before, until the server looks by itself a minute later; a large first submission does not wait.
      CREATE FUNCTION redress.refresh_report_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        IF (SELECT c.reltuples FROM pg_class c WHERE c.oid = 'redress.use_of_force_report'::regclass) < 1000 THEN
          ANALYZE redress.use_of_force_report, redress.use_of_force_subject, redress.use_of_force_officer,
            redress.force_application, redress.officer, redress.zero_report;
        END IF;
      END $$;
      REVOKE ALL ON FUNCTION redress.refresh_report_statistics() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION redress.refresh_report_statistics() TO redress_app;

      -- Each ORI is one department's, and one reports for it: itself, or another under contract.
      CREATE TABLE redress.reporting_ori (
        jurisdiction_id uuid NOT NULL,
        ori text NOT NULL CHECK (ori ~ '^[A-Z0-9]{9}$'),
        department_id uuid NOT NULL,
        reported_by uuid NOT NULL,
        -- The first month that is asked for; earlier ones are nobody's duty here.
        since date NOT NULL CHECK (since = date_trunc('month', since)),
        until date CHECK (until = date_trunc('month', until) AND until >= since),
        PRIMARY KEY (jurisdiction_id, ori),
        FOREIGN KEY (jurisdiction_id, department_id) REFERENCES redress.department,
        FOREIGN KEY (jurisdiction_id, reported_by) REFERENCES redress.department
      );
      CREATE INDEX reporting_ori_by_reporter ON redress.reporting_ori (jurisdiction_id, reported_by);
      SELECT redress.protect('redress.reporting_ori');
      INSERT INTO redress.reporting_ori (jurisdiction_id, ori, department_id, reported_by, since)
        SELECT jurisdiction_id, ori, id, id, date_trunc('month', created_at) FROM redress.department WHERE ori IS NOT NULL;
      -- A department that is registered with its ORI reports for it from that month on.
      CREATE FUNCTION redress.report_for_own_ori() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO redress.reporting_ori (jurisdiction_id, ori, department_id, reported_by, since)
          VALUES (NEW.jurisdiction_id, NEW.ori, NEW.id, NEW.id, date_trunc('month', now())) ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE TRIGGER report_for_own_ori AFTER INSERT OR UPDATE OF ori ON redress.department
        FOR EACH ROW WHEN (NEW.ori IS NOT NULL) EXECUTE FUNCTION redress.report_for_own_ori();

      ALTER TABLE redress.zero_report
        ADD COLUMN ori text CHECK (ori ~ '^[A-Z0-9]{9}$'),
        ADD COLUMN late_for text[] NOT NULL DEFAULT '{}';
      DROP INDEX redress.zero_report_stands_once;
      CREATE UNIQUE INDEX zero_report_stands_once
        ON redress.zero_report (jurisdiction_id, coalesce(ori, department_id::text), month) WHERE replaced_by IS NULL;

      -- What a department sent at once. The row is there while it comes in, so that what is rejected has something to stand on.
      CREATE TABLE redress.use_of_force_submission (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        department_id uuid NOT NULL,
        format text NOT NULL CHECK (format IN ('json-lines', 'json', 'csv', 'xml')),
        all_or_nothing boolean NOT NULL,
        mapping_name text,
        mapping_version integer,
        begun_at timestamptz NOT NULL,
        ended_at timestamptz,
        bytes bigint,
        sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        -- What became of the records, by outcome.
        counts jsonb,
        -- A CSV file's own first line: its columns may be named after anything.
        header_cipher bytea,
        PRIMARY KEY (jurisdiction_id, id),
        FOREIGN KEY (jurisdiction_id, department_id) REFERENCES redress.department,
        CHECK ((ended_at IS NULL) = (sha256 IS NULL) AND (ended_at IS NULL) = (bytes IS NULL) AND (ended_at IS NULL) = (counts IS NULL)),
        CHECK ((mapping_name IS NULL) = (mapping_version IS NULL))
      );
      CREATE INDEX use_of_force_submission_by_department
        ON redress.use_of_force_submission (jurisdiction_id, department_id, id);
      SELECT redress.protect('redress.use_of_force_submission');
      CREATE TRIGGER ended_stays BEFORE UPDATE ON redress.use_of_force_submission
        FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION redress.refuse_rewrite();
      GRANT DELETE ON redress.use_of_force_submission TO redress_app;
      CREATE TRIGGER ended_is_kept BEFORE DELETE ON redress.use_of_force_submission
        FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION redress.refuse_rewrite();

      -- A record that was not taken, with its faults, as it came. It goes after its time: nobody is to keep what was refused.
      CREATE TABLE redress.use_of_force_reject (
        jurisdiction_id uuid NOT NULL,
        submission_id uuid NOT NULL,
        place integer NOT NULL CHECK (place > 0),
        report_number text,
        faults jsonb NOT NULL,
        sent_cipher bytea,
        PRIMARY KEY (jurisdiction_id, submission_id, place),
        FOREIGN KEY (jurisdiction_id, submission_id) REFERENCES redress.use_of_force_submission ON DELETE CASCADE
      );
      SELECT redress.protect('redress.use_of_force_reject');
      GRANT DELETE ON redress.use_of_force_reject TO redress_app;
      REVOKE UPDATE ON redress.use_of_force_reject FROM redress_app;

      -- The public halves of the keys that receipts were signed with: an old receipt can be checked after a new key.
      CREATE TABLE redress.receipt_key (
        jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
        id text NOT NULL,
        public_key text NOT NULL,
        first_used_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id)
      );
      SELECT redress.protect('redress.receipt_key');
      SELECT redress.append_only('redress.receipt_key');

      -- A report that is not yet said. It is the department's alone and need not be right.
      CREATE TABLE redress.use_of_force_draft (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        department_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        told_cipher bytea NOT NULL,
        begun_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        FOREIGN KEY (jurisdiction_id, department_id) REFERENCES redress.department
      );
      CREATE INDEX use_of_force_draft_by_department ON redress.use_of_force_draft (jurisdiction_id, department_id, id);
      SELECT redress.protect('redress.use_of_force_draft');
      GRANT DELETE ON redress.use_of_force_draft TO redress_app;

      -- How a department's own columns and words become ours. A new version stands beside the ones before.
      CREATE TABLE redress.use_of_force_mapping (
        jurisdiction_id uuid NOT NULL,
        department_id uuid NOT NULL,
        name text NOT NULL CHECK (name ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
        version integer NOT NULL CHECK (version > 0),
        document jsonb NOT NULL,
        made_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, department_id, name, version),
        FOREIGN KEY (jurisdiction_id, department_id) REFERENCES redress.department
      );
      SELECT redress.protect('redress.use_of_force_mapping');
      SELECT redress.append_only('redress.use_of_force_mapping');

      -- What a department is told when nobody sends mail: read over the API by its own system.
      CREATE TABLE redress.department_notice (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        department_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('month-missing')),
        programme text NOT NULL,
        ori text,
        month date NOT NULL,
        due_on date NOT NULL,
        raised_at timestamptz NOT NULL,
        read_at timestamptz,
        PRIMARY KEY (jurisdiction_id, id),
        FOREIGN KEY (jurisdiction_id, department_id) REFERENCES redress.department
      );
      CREATE UNIQUE INDEX department_notice_once
        ON redress.department_notice (jurisdiction_id, department_id, kind, programme, coalesce(ori, ''), month);
      SELECT redress.protect('redress.department_notice');
      REVOKE UPDATE ON redress.department_notice FROM redress_app;
      GRANT UPDATE (read_at) ON redress.department_notice TO redress_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE redress.department_notice; DROP TABLE redress.use_of_force_mapping; DROP TABLE redress.use_of_force_draft;
      DROP TABLE redress.receipt_key; DROP TABLE redress.use_of_force_reject; DROP TABLE redress.use_of_force_submission;
      DROP INDEX redress.zero_report_stands_once;
      -- One department's zero reports for several ORIs are one again.
      DELETE FROM redress.zero_report z USING redress.zero_report other
       WHERE z.jurisdiction_id = other.jurisdiction_id AND z.department_id = other.department_id AND z.month = other.month
         AND z.replaced_by IS NULL AND other.replaced_by IS NULL AND z.id > other.id;
      CREATE UNIQUE INDEX zero_report_stands_once ON redress.zero_report (jurisdiction_id, department_id, month)
        WHERE replaced_by IS NULL;
      ALTER TABLE redress.zero_report DROP COLUMN ori, DROP COLUMN late_for;
      DROP TRIGGER report_for_own_ori ON redress.department;
      DROP FUNCTION redress.report_for_own_ori();
      DROP TABLE redress.reporting_ori;
      DROP FUNCTION redress.refresh_report_statistics();
      DROP INDEX redress.use_of_force_report_by_date;
      CREATE INDEX use_of_force_report_by_date ON redress.use_of_force_report (jurisdiction_id, department_id, occurred_on);
      ALTER TABLE redress.use_of_force_report DROP COLUMN ori, DROP COLUMN late_for;
    `);
  }
}
