import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Use-of-force reports: officer -> subject -> ordered applications of force. A source that does not say who did what to
 * whom leaves those links null rather than guessed. `original` is the submission or the row exactly as it came.
 */
export class UseOfForce0007 implements MigrationInterface {
  name = 'UseOfForce1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE redress.use_of_force_report (
        jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
        id uuid NOT NULL,
        department_id uuid NOT NULL,
        charter_id uuid NOT NULL,
        report_number text NOT NULL,
        incident_number text NOT NULL,
        occurred_on date,
        occurred_hour integer CHECK (occurred_hour BETWEEN 0 AND 23),
        county text,
        municipality text,
        location_type text,
        setting text CHECK (setting IN ('indoors', 'outdoors', 'both')),
        lighting text[],
        weather text[],
        contact_reasons text[],
        incident_types text[],
        status text NOT NULL CHECK (status IN ('submitted', 'returned', 'accepted')),
        submitted_at timestamptz NOT NULL,
        return_reason text,
        source text,
        source_key text,
        original jsonb NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, source, source_key),
        FOREIGN KEY (jurisdiction_id, department_id) REFERENCES redress.department,
        FOREIGN KEY (jurisdiction_id, charter_id) REFERENCES redress.charter,
        CHECK ((source IS NULL) = (source_key IS NULL)),
        CHECK ((status = 'returned') = (return_reason IS NOT NULL))
      );
      -- A department's own number names one report; imported files repeat theirs and are kept apart by source_key.
      CREATE UNIQUE INDEX use_of_force_report_by_number
        ON redress.use_of_force_report (jurisdiction_id, department_id, report_number) WHERE source IS NULL;
      CREATE INDEX use_of_force_report_by_date
        ON redress.use_of_force_report (jurisdiction_id, department_id, occurred_on);
      CREATE INDEX use_of_force_report_by_department ON redress.use_of_force_report (jurisdiction_id, department_id, id);
      SELECT redress.protect('redress.use_of_force_report');

      CREATE TABLE redress.use_of_force_subject (
        jurisdiction_id uuid NOT NULL,
        report_id uuid NOT NULL,
        sequence integer NOT NULL CHECK (sequence > 0),
        kind text NOT NULL CHECK (kind IN ('person', 'animal', 'unknown', 'other')),
        age integer CHECK (age BETWEEN 0 AND 120),
        race text,
        gender text,
        injured boolean,
        injuries text[],
        medical_aid text[],
        conditions text[],
        resistance text[],
        actions text[],
        arrested boolean,
        PRIMARY KEY (jurisdiction_id, report_id, sequence),
        FOREIGN KEY (jurisdiction_id, report_id) REFERENCES redress.use_of_force_report
      );
      SELECT redress.protect('redress.use_of_force_subject');

      CREATE TABLE redress.use_of_force_officer (
        jurisdiction_id uuid NOT NULL,
        report_id uuid NOT NULL,
        sequence integer NOT NULL CHECK (sequence > 0),
        officer_id uuid,
        age integer CHECK (age BETWEEN 14 AND 100),
        race text,
        gender text,
        rank text,
        in_uniform boolean,
        injured boolean,
        injuries text[],
        PRIMARY KEY (jurisdiction_id, report_id, sequence),
        FOREIGN KEY (jurisdiction_id, report_id) REFERENCES redress.use_of_force_report,
        FOREIGN KEY (jurisdiction_id, officer_id) REFERENCES redress.officer
      );
      CREATE INDEX use_of_force_officer_by_officer ON redress.use_of_force_officer (jurisdiction_id, officer_id);
      SELECT redress.protect('redress.use_of_force_officer');

      CREATE TABLE redress.force_application (
        jurisdiction_id uuid NOT NULL,
        report_id uuid NOT NULL,
        sequence integer NOT NULL CHECK (sequence > 0),
        officer_sequence integer,
        subject_sequence integer,
        force_type text NOT NULL,
        effective boolean,
        PRIMARY KEY (jurisdiction_id, report_id, sequence),
        FOREIGN KEY (jurisdiction_id, report_id) REFERENCES redress.use_of_force_report,
        FOREIGN KEY (jurisdiction_id, report_id, officer_sequence)
          REFERENCES redress.use_of_force_officer (jurisdiction_id, report_id, sequence),
        FOREIGN KEY (jurisdiction_id, report_id, subject_sequence)
          REFERENCES redress.use_of_force_subject (jurisdiction_id, report_id, sequence)
      );
      SELECT redress.protect('redress.force_application');

      -- A report that was returned is told anew: its parts are replaced, and what stood there before is kept here.
      GRANT DELETE ON redress.use_of_force_subject, redress.use_of_force_officer, redress.force_application TO redress_app;
      CREATE TABLE redress.use_of_force_former_submission (
        jurisdiction_id uuid NOT NULL,
        report_id uuid NOT NULL,
        version integer NOT NULL,
        submitted_at timestamptz NOT NULL,
        original jsonb NOT NULL,
        PRIMARY KEY (jurisdiction_id, report_id, version),
        FOREIGN KEY (jurisdiction_id, report_id) REFERENCES redress.use_of_force_report
      );
      SELECT redress.protect('redress.use_of_force_former_submission');
      SELECT redress.append_only('redress.use_of_force_former_submission');

      CREATE TABLE redress.use_of_force_review (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        report_id uuid NOT NULL,
        decision text NOT NULL CHECK (decision IN ('accept', 'return')),
        reasons text,
        reviewed_by uuid NOT NULL,
        reviewed_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        FOREIGN KEY (jurisdiction_id, report_id) REFERENCES redress.use_of_force_report,
        FOREIGN KEY (jurisdiction_id, reviewed_by) REFERENCES redress.staff,
        CHECK (decision = 'accept' OR length(btrim(reasons)) > 0)
      );
      SELECT redress.protect('redress.use_of_force_review');
      SELECT redress.append_only('redress.use_of_force_review');

      CREATE TABLE redress.zero_report (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        department_id uuid NOT NULL,
        month date NOT NULL CHECK (month = date_trunc('month', month)),
        submitted_at timestamptz NOT NULL,
        replaced_by uuid,
        PRIMARY KEY (jurisdiction_id, id),
        FOREIGN KEY (jurisdiction_id, department_id) REFERENCES redress.department,
        FOREIGN KEY (jurisdiction_id, replaced_by) REFERENCES redress.use_of_force_report
      );
      CREATE UNIQUE INDEX zero_report_stands_once ON redress.zero_report (jurisdiction_id, department_id, month)
        WHERE replaced_by IS NULL;
      SELECT redress.protect('redress.zero_report');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE redress.zero_report; DROP TABLE redress.use_of_force_review;
      DROP TABLE redress.use_of_force_former_submission; DROP TABLE redress.force_application;
      DROP TABLE redress.use_of_force_officer; DROP TABLE redress.use_of_force_subject;
      DROP TABLE redress.use_of_force_report;
    `);
  }
}
