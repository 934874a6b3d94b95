import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A release that should not have come out is taken from the public at once, by one person: rows, files and catalogue. What
 * stays before everybody is a tombstone with the reason. In a series it counts on: who read it once has read it.
 */
export class ReleaseWithdrawal0038 implements MigrationInterface {
  name = 'ReleaseWithdrawal1700000000038';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE redress.release_withdrawal (
        jurisdiction_id uuid NOT NULL,
        release_id uuid NOT NULL,
        -- In words for the public
        reason text NOT NULL CHECK (length(btrim(reason)) > 0),
        withdrawn_by uuid NOT NULL,
        withdrawn_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, release_id),
        FOREIGN KEY (jurisdiction_id, release_id) REFERENCES redress.release,
        FOREIGN KEY (jurisdiction_id, withdrawn_by) REFERENCES redress.staff
      );
      SELECT redress.protect('redress.release_withdrawal');
      SELECT redress.append_only('redress.release_withdrawal');

      CREATE TABLE published.withdrawn_release (
        id uuid PRIMARY KEY,
        jurisdiction text NOT NULL,
        dataset text NOT NULL,
        version text NOT NULL,
        title text NOT NULL,
        published_at timestamptz NOT NULL,
        withdrawn_at timestamptz NOT NULL,
        reason text NOT NULL,
        UNIQUE (jurisdiction, dataset, version)
      );
      GRANT SELECT ON published.withdrawn_release TO redress_public, redress_app;
      SELECT redress.append_only('published.withdrawn_release');

      -- A published release is not rewritten, and goes only where its tombstone stands.
      CREATE FUNCTION published.refuse_rewrite() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM published.withdrawn_release w WHERE w.id = OLD.id) THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION 'a published release is not rewritten: % refused', TG_OP USING ERRCODE = 'RD001';
      END $$;
      DROP TRIGGER append_only ON published.release;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON published.release
        FOR EACH ROW EXECUTE FUNCTION published.refuse_rewrite();

      -- With its owner's rights: the application may drop nothing. A withdrawal on record is the only way here.
      CREATE FUNCTION published.take_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        INSERT INTO published.withdrawn_release (id, jurisdiction, dataset, version, title, published_at, withdrawn_at, reason)
        SELECT r.id, r.jurisdiction, r.dataset, r.version, r.title, r.published_at, NEW.withdrawn_at, NEW.reason
          FROM published.release r WHERE r.id = NEW.release_id;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'only what is published is withdrawn' USING ERRCODE = 'RD003';
        END IF;
        DELETE FROM published.release WHERE id = NEW.release_id;
        EXECUTE format('DROP TABLE published.%I', 'rows_' || replace(NEW.release_id::text, '-', ''));
        RETURN NULL;
      END $$;
      REVOKE ALL ON FUNCTION published.take_back() FROM PUBLIC;
      CREATE TRIGGER take_back AFTER INSERT ON redress.release_withdrawal
        FOR EACH ROW EXECUTE FUNCTION published.take_back();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE redress.release_withdrawal;
      DROP FUNCTION published.take_back();
      DROP TRIGGER append_only ON published.release;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON published.release
        FOR EACH ROW EXECUTE FUNCTION redress.refuse_rewrite();
      DROP TABLE published.withdrawn_release;
      DROP FUNCTION published.refuse_rewrite();
    `);
  }
}
