import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the release build freezes with an epoch (its words, the rules it was opened under), and what keeps a plan from being
 * published once it has not seen everything: erasures are counted where a build looks twice, and a step says beside how
 * many published releases it was planned.
 */
export class SeriesInTheBuild0028 implements MigrationInterface {
  name = 'SeriesInTheBuild1700000000028';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE redress.release_epoch
        ADD COLUMN terms_sha256 text CHECK (terms_sha256 ~ '^[0-9a-f]{64}$'),
        ADD COLUMN words jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN shares jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN erasures integer NOT NULL DEFAULT 0;
      ALTER TABLE redress.release_step ADD COLUMN beside integer NOT NULL DEFAULT 0 CHECK (beside >= 0);
      GRANT DELETE ON redress.release_epoch TO redress_app;

      -- What readers have seen under an epoch is not altered under them; its key may be destroyed, and nothing else.
      CREATE FUNCTION redress.refuse_thawed_epoch() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM redress.release_step s
            JOIN redress.release r ON r.jurisdiction_id = s.jurisdiction_id AND r.id = s.release_id AND r.status = 'published'
            WHERE s.jurisdiction_id = OLD.jurisdiction_id AND s.epoch_id = OLD.id) THEN
          IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
          RETURN NEW;
        END IF;
        IF TG_OP = 'DELETE' OR (NEW.dataset, NEW.name, NEW.k, NEW.levels, NEW.words, NEW.shares, NEW.opened_at)
              IS DISTINCT FROM (OLD.dataset, OLD.name, OLD.k, OLD.levels, OLD.words, OLD.shares, OLD.opened_at)
            OR NEW.terms_sha256 IS DISTINCT FROM OLD.terms_sha256 OR NEW.erasures < OLD.erasures
            OR (NEW.key_cipher IS NOT NULL AND NEW.key_cipher IS DISTINCT FROM OLD.key_cipher) THEN
          RAISE EXCEPTION 'what an epoch has published under is frozen' USING ERRCODE = 'RD001';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refuse_thawed_epoch BEFORE UPDATE OR DELETE ON redress.release_epoch
        FOR EACH ROW EXECUTE FUNCTION redress.refuse_thawed_epoch();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER refuse_thawed_epoch ON redress.release_epoch;
      DROP FUNCTION redress.refuse_thawed_epoch();
      REVOKE DELETE ON redress.release_epoch FROM redress_app;
      ALTER TABLE redress.release_step DROP COLUMN beside;
      ALTER TABLE redress.release_epoch DROP COLUMN terms_sha256, DROP COLUMN words, DROP COLUMN shares, DROP COLUMN erasures;
    `);
  }
}
