import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a series of releases must remember: epochs with their keys, what each release said (counted), and what each unit
 * was last published as. No id of a case stands here: a unit is its pseudonym, which without the epoch's key leads nowhere,
 * and the key is destroyed when the epoch closes. A release's step counts once the release is published, and not before.
 */
export class ReleaseSeries0010 implements MigrationInterface {
  name = 'ReleaseSeries1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE redress.release_epoch (
        jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
        id uuid NOT NULL,
        dataset text NOT NULL CHECK (dataset ~ '^[a-z][a-z0-9-]{2,62}$'),
        name text NOT NULL CHECK (name <> ''),
        k integer NOT NULL CHECK (k >= 2),
        levels jsonb NOT NULL,
        wrapping_key_id text NOT NULL,
        key_cipher bytea,
        opened_at timestamptz NOT NULL,
        closed_at timestamptz,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, dataset, name),
        CHECK ((closed_at IS NULL) = (key_cipher IS NOT NULL))
      );
      SELECT redress.protect('redress.release_epoch');

      -- Codes that mean the same in every release of a dataset: 'class' of one epoch, 'value <attribute>' of all.
      CREATE TABLE redress.release_code (
        jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
        dataset text NOT NULL,
        scope text NOT NULL,
        code integer NOT NULL CHECK (code >= 0),
        word text NOT NULL,
        PRIMARY KEY (jurisdiction_id, dataset, scope, code),
        UNIQUE (jurisdiction_id, dataset, scope, word)
      );
      SELECT redress.protect('redress.release_code');
      SELECT redress.append_only('redress.release_code');

      CREATE TABLE redress.release_step (
        jurisdiction_id uuid NOT NULL,
        epoch_id uuid NOT NULL,
        release_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        cohorts jsonb NOT NULL,
        facts jsonb NOT NULL,
        PRIMARY KEY (jurisdiction_id, epoch_id, release_id),
        FOREIGN KEY (jurisdiction_id, epoch_id) REFERENCES redress.release_epoch,
        FOREIGN KEY (jurisdiction_id, release_id) REFERENCES redress.release
      );
      SELECT redress.protect('redress.release_step');

      -- One row a unit and step that changed it. An expunged unit's rows stay as what was published, under no name.
      CREATE TABLE redress.release_member (
        jurisdiction_id uuid NOT NULL,
        epoch_id uuid NOT NULL,
        release_id uuid NOT NULL,
        pseudonym text NOT NULL,
        gone boolean NOT NULL DEFAULT false,
        subject text,
        cohort integer NOT NULL,
        moved_from integer NOT NULL,
        content text,
        sensitive integer[] NOT NULL,
        first integer[] NOT NULL,
        among integer[] NOT NULL,
        PRIMARY KEY (jurisdiction_id, epoch_id, pseudonym, release_id),
        FOREIGN KEY (jurisdiction_id, epoch_id, release_id) REFERENCES redress.release_step ON DELETE CASCADE
      );
      SELECT redress.protect('redress.release_member');
      GRANT DELETE ON redress.release_step, redress.release_member TO redress_app;

      -- What was published stays for comparison: the step of a published release is not taken back, nor altered.
      CREATE FUNCTION redress.refuse_published_step() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM redress.release r WHERE r.jurisdiction_id = OLD.jurisdiction_id
            AND r.id = OLD.release_id AND r.status = 'published') THEN
          RAISE EXCEPTION 'the step of a published release stands' USING ERRCODE = 'RD001';
        END IF;
        RETURN OLD;
      END $$;
      CREATE TRIGGER refuse_published_step BEFORE UPDATE OR DELETE ON redress.release_step
        FOR EACH ROW EXECUTE FUNCTION redress.refuse_published_step();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE redress.release_member; DROP TABLE redress.release_step; DROP TABLE redress.release_code;
      DROP TABLE redress.release_epoch; DROP FUNCTION redress.refuse_published_step();
    `);
  }
}
