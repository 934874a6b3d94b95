import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose law applies. Names of cities are public, so `jurisdiction` alone is readable before anybody is known. */
export class JurisdictionAndCharter0002 implements MigrationInterface {
  name = 'JurisdictionAndCharter1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE redress.jurisdiction (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z][a-z0-9-]{1,62}$'),
        name text NOT NULL,
        time_zone text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      GRANT SELECT, INSERT ON redress.jurisdiction TO redress_app;

      CREATE TABLE redress.charter (
        jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
        id uuid NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        effective_from date NOT NULL,
        document jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, version)
      );
      SELECT redress.protect('redress.charter');
      SELECT redress.append_only('redress.charter');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE redress.charter; DROP TABLE redress.jurisdiction;`);
  }
}
