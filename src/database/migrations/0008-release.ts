import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A release on its way to the public: requested -> built -> verified -> published, with two people's names under it. */
export class Release0008 implements MigrationInterface {
  name = 'Release1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE redress.release (
        jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
        id uuid NOT NULL,
        dataset text NOT NULL CHECK (dataset ~ '^[a-z][a-z0-9-]{2,62}$'),
        version text NOT NULL CHECK (version ~ '^[0-9]+[.][0-9]+[.][0-9]+$'),
        status text NOT NULL CHECK (status IN ('requested', 'built', 'verified', 'published', 'failed')),
        charter_id uuid NOT NULL,
        spec jsonb NOT NULL,
        spec_sha256 text NOT NULL CHECK (spec_sha256 ~ '^[0-9a-f]{64}$'),
        requested_by uuid NOT NULL,
        requested_at timestamptz NOT NULL,
        file_sha256 text CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
        manifest jsonb,
        proof jsonb,
        failure text,
        published_at timestamptz,
        row_version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, dataset, version),
        FOREIGN KEY (jurisdiction_id, charter_id) REFERENCES redress.charter,
        FOREIGN KEY (jurisdiction_id, requested_by) REFERENCES redress.staff,
        CHECK (status IN ('requested', 'failed') OR (file_sha256 IS NOT NULL AND manifest IS NOT NULL)),
        CHECK (status NOT IN ('verified', 'published') OR (proof ->> 'ok')::boolean),
        CHECK (status NOT IN ('verified', 'published') OR proof ->> 'sha256' = file_sha256),
        CHECK ((status = 'published') = (published_at IS NOT NULL))
      );
      SELECT redress.protect('redress.release');

      -- An approval is of one file: its hash is part of what was signed.
      CREATE TABLE redress.release_approval (
        jurisdiction_id uuid NOT NULL,
        release_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        file_sha256 text NOT NULL CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
        approved_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, release_id, staff_id),
        FOREIGN KEY (jurisdiction_id, release_id) REFERENCES redress.release,
        FOREIGN KEY (jurisdiction_id, staff_id) REFERENCES redress.staff
      );
      SELECT redress.protect('redress.release_approval');
      SELECT redress.append_only('redress.release_approval');

      CREATE FUNCTION redress.refuse_unapproved_release() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.status = 'published' AND (SELECT count(DISTINCT a.staff_id) FROM redress.release_approval a
            WHERE a.jurisdiction_id = NEW.jurisdiction_id AND a.release_id = NEW.id
              AND a.file_sha256 = NEW.file_sha256) < 2 THEN
          RAISE EXCEPTION 'a release is published with two people''s approval of its very file' USING ERRCODE = 'RD003';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refuse_unapproved_release BEFORE INSERT OR UPDATE ON redress.release
        FOR EACH ROW EXECUTE FUNCTION redress.refuse_unapproved_release();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE redress.release_approval; DROP TABLE redress.release;
      DROP FUNCTION redress.refuse_unapproved_release();
    `);
  }
}
