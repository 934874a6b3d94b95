import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The clocks of a case: the days that they go by, what they stand still for, and how each stands. */
export class Deadline0020 implements MigrationInterface {
  name = 'Deadline1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The class that a case was put into last, a word of its charter: which clocks it has depends on it.
      ALTER TABLE redress.complaint ADD COLUMN classification text;

      -- The days that clocks start and stop on. What was said last counts; what was said before is kept.
      CREATE TABLE redress.case_event (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        event text NOT NULL,
        on_day date NOT NULL,
        recorded_by uuid,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, recorded_by) REFERENCES redress.staff
      );
      CREATE INDEX case_event_by_complaint ON redress.case_event (jurisdiction_id, complaint_id, event, id);
      SELECT redress.protect('redress.case_event', 'complaint_id');
      SELECT redress.append_only('redress.case_event');

      -- The clock stands still from a day on, on a ground that the law names, with what shows it.
      CREATE TABLE redress.tolling (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        rule text NOT NULL,
        ground text NOT NULL,
        from_day date NOT NULL,
        evidence_cipher bytea NOT NULL,
        begun_by uuid NOT NULL,
        begun_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, begun_by) REFERENCES redress.staff
      );
      CREATE INDEX tolling_by_complaint ON redress.tolling (jurisdiction_id, complaint_id);
      SELECT redress.protect('redress.tolling', 'complaint_id');
      SELECT redress.append_only('redress.tolling');

      -- It runs again on that day.
      CREATE TABLE redress.tolling_end (
        jurisdiction_id uuid NOT NULL,
        tolling_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        until_day date NOT NULL,
        ended_by uuid NOT NULL,
        ended_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, tolling_id),
        FOREIGN KEY (jurisdiction_id, complaint_id, tolling_id)
          REFERENCES redress.tolling (jurisdiction_id, complaint_id, id),
        FOREIGN KEY (jurisdiction_id, ended_by) REFERENCES redress.staff
      );
      SELECT redress.protect('redress.tolling_end', 'complaint_id');
      SELECT redress.append_only('redress.tolling_end');

      CREATE TABLE redress.deadline_extension (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        rule text NOT NULL,
        days integer NOT NULL CHECK (days > 0),
        reason_cipher bytea NOT NULL,
        granted_by uuid NOT NULL,
        granted_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        FOREIGN KEY (jurisdiction_id, granted_by) REFERENCES redress.staff
      );
      CREATE INDEX deadline_extension_by_complaint ON redress.deadline_extension (jurisdiction_id, complaint_id);
      SELECT redress.protect('redress.deadline_extension', 'complaint_id');
      SELECT redress.append_only('redress.deadline_extension');

      -- How each clock stands, reckoned from the rows above whenever they change and once a day: for lists and alarms.
      CREATE TABLE redress.deadline (
        jurisdiction_id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        rule text NOT NULL,
        state text NOT NULL CHECK (state IN ('not_started', 'running', 'tolled', 'overdue', 'met', 'met_late')),
        started_on date,
        due_on date,
        stopped_on date,
        reckoned_on date NOT NULL,
        PRIMARY KEY (jurisdiction_id, complaint_id, rule),
        FOREIGN KEY (jurisdiction_id, complaint_id) REFERENCES redress.complaint,
        CHECK ((state = 'not_started') = (due_on IS NULL))
      );
      CREATE INDEX deadline_by_due ON redress.deadline (jurisdiction_id, due_on, complaint_id, rule)
        WHERE state IN ('running', 'tolled', 'overdue');
      SELECT redress.protect('redress.deadline', 'complaint_id');

      -- An alarm is raised once for a due day; when that day moves, it may be raised again.
      CREATE TABLE redress.deadline_alarm (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        rule text NOT NULL,
        due_on date NOT NULL,
        days_before integer NOT NULL,
        raised_on date NOT NULL,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, complaint_id, rule, due_on, days_before),
        FOREIGN KEY (jurisdiction_id, complaint_id, rule) REFERENCES redress.deadline
      );
      SELECT redress.protect('redress.deadline_alarm', 'complaint_id');
      SELECT redress.append_only('redress.deadline_alarm');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE redress.deadline_alarm; DROP TABLE redress.deadline; DROP TABLE redress.deadline_extension;
      DROP TABLE redress.tolling_end; DROP TABLE redress.tolling; DROP TABLE redress.case_event;
      ALTER TABLE redress.complaint DROP COLUMN classification;
    `);
  }
}
