import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far a build is, for those who wait for it; and a release that was called off while it was being built. */
export class ReleaseBuild0052 implements MigrationInterface {
  name = 'ReleaseBuild1700000000052';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE redress.release_build (
        jurisdiction_id uuid NOT NULL,
        release_id uuid NOT NULL,
        -- More than one: a worker died over it, and another took it up
        attempt integer NOT NULL DEFAULT 1 CHECK (attempt > 0),
        stage text NOT NULL CHECK (stage ~ '^[a-z][a-z.-]{2,19}$'),
        -- Of this stage
        rows_done bigint NOT NULL DEFAULT 0 CHECK (rows_done >= 0),
        started_at timestamptz NOT NULL,
        told_at timestamptz NOT NULL CHECK (told_at >= started_at),
        PRIMARY KEY (jurisdiction_id, release_id),
        FOREIGN KEY (jurisdiction_id, release_id) REFERENCES redress.release
      );
      SELECT redress.protect('redress.release_build');

      ALTER TABLE redress.release DROP CONSTRAINT release_status_check;
      ALTER TABLE redress.release ADD CONSTRAINT release_status_check
        CHECK (status IN ('requested', 'built', 'verified', 'published', 'failed', 'cancelled'));
      ALTER TABLE redress.release DROP CONSTRAINT release_check;
      ALTER TABLE redress.release ADD CONSTRAINT release_check
        CHECK (status IN ('requested', 'failed', 'cancelled') OR (file_sha256 IS NOT NULL AND manifest IS NOT NULL));
      -- What was called off is not taken up again: the next is another version.
      CREATE FUNCTION redress.refuse_revival() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status = 'cancelled' AND NEW.status <> 'cancelled' OR NEW.status = 'cancelled' AND OLD.status NOT IN ('requested', 'cancelled') THEN
          RAISE EXCEPTION 'a release is called off while it is being built, for good' USING ERRCODE = 'RD001';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refuse_revival BEFORE UPDATE ON redress.release
        FOR EACH ROW EXECUTE FUNCTION redress.refuse_revival();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER refuse_revival ON redress.release; DROP FUNCTION redress.refuse_revival();
      DROP TABLE redress.release_build;
      UPDATE redress.release SET status = 'failed', failure = 'cancelled' WHERE status = 'cancelled';
      ALTER TABLE redress.release DROP CONSTRAINT release_check;
      ALTER TABLE redress.release ADD CONSTRAINT release_check
        CHECK (status IN ('requested', 'failed') OR (file_sha256 IS NOT NULL AND manifest IS NOT NULL));
      ALTER TABLE redress.release DROP CONSTRAINT release_status_check;
      ALTER TABLE redress.release ADD CONSTRAINT release_status_check
        CHECK (status IN ('requested', 'built', 'verified', 'published', 'failed'));
    `);
  }
}
