import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The history's seal (docs/decisions/0030): a hash of every event in a Merkle tree, whose root is signed and published. The
 * tree is of the whole installation, knows no jurisdiction and holds no words; it stands in a schema of its own for that.
 */
export class AuditLog0037 implements MigrationInterface {
  name = 'AuditLog1700000000037';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA audit_log;
      GRANT USAGE ON SCHEMA audit_log TO redress_app;

      -- What was committed and is not sealed yet. It leaves nothing behind: in which order events came is not kept.
      CREATE TABLE audit_log.waiting (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        jurisdiction_id uuid NOT NULL,
        not_before timestamptz NOT NULL,
        event_ids uuid[] NOT NULL
      );
      GRANT SELECT, INSERT, DELETE ON audit_log.waiting TO redress_app;

      CREATE TABLE audit_log.leaf (
        seq bigint PRIMARY KEY CHECK (seq >= 0),
        event_id uuid NOT NULL UNIQUE,
        hash bytea NOT NULL CHECK (length(hash) = 32)
      );
      GRANT SELECT, INSERT ON audit_log.leaf TO redress_app;
      SELECT redress.append_only('audit_log.leaf');

      -- Signed notes (C2SP tlog-checkpoint) are for everybody; the edge is what the tree goes on growing from.
      CREATE TABLE published.history_checkpoint (
        size bigint PRIMARY KEY CHECK (size > 0),
        edge bytea NOT NULL CHECK (length(edge) > 0 AND length(edge) % 32 = 0),
        note text NOT NULL,
        sealed_at timestamptz NOT NULL
      );
      GRANT SELECT ON published.history_checkpoint TO redress_public;
      GRANT SELECT, INSERT ON published.history_checkpoint TO redress_app;
      SELECT redress.append_only('published.history_checkpoint');

      -- An event told to the hour waits until the hour is over: sealed sooner, its place in the tree would tell the minute.
      CREATE FUNCTION audit_log.await_seal() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        INSERT INTO audit_log.waiting (jurisdiction_id, not_before, event_ids)
        SELECT jurisdiction_id, CASE WHEN at = date_trunc('hour', at, 'UTC') THEN at + interval '1 hour' ELSE at END,
               array_agg(id ORDER BY id)
          FROM added GROUP BY 1, 2;
        RETURN NULL;
      END $$;
      CREATE TRIGGER await_seal AFTER INSERT ON redress.history_event
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION audit_log.await_seal();

      INSERT INTO audit_log.waiting (jurisdiction_id, not_before, event_ids)
      SELECT jurisdiction_id, date_trunc('hour', at, 'UTC') + interval '1 hour', array_agg(id ORDER BY id)
        FROM redress.history_event GROUP BY 1, 2;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER await_seal ON redress.history_event;
      DROP TABLE published.history_checkpoint;
      DROP SCHEMA audit_log CASCADE;
    `);
  }
}
