import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who did what to which case, written in the same transaction as the change. Ids and field names only, never the words. */
export class History0003 implements MigrationInterface {
  name = 'History1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE redress.history_event (
        jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
        id uuid NOT NULL,
        at timestamptz NOT NULL,
        actor_kind text NOT NULL CHECK (actor_kind IN ('staff', 'department', 'complainant', 'public', 'system')),
        actor_id uuid,
        action text NOT NULL CHECK (action ~ '^[a-z-]+[.][a-z-]+$'),
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        complaint_id uuid,
        details jsonb NOT NULL DEFAULT '{}',
        PRIMARY KEY (jurisdiction_id, id),
        CHECK ((actor_kind IN ('staff', 'department')) = (actor_id IS NOT NULL))
      );
      CREATE INDEX history_event_by_subject ON redress.history_event (jurisdiction_id, subject_id, at);
      CREATE INDEX history_event_by_complaint ON redress.history_event (jurisdiction_id, complaint_id, at)
        WHERE complaint_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE redress.history_event;`);
  }
}
