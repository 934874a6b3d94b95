import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A release may be published now and come out later (docs/decisions/0051). Until its time the public role does not see its row,
 * nor its rows: the database looks at its own clock at every question, so that nothing has to happen at that moment.
 */
export class Embargo0051 implements MigrationInterface {
  name = 'Embargo1700000000051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE redress.release ADD COLUMN public_from timestamptz;
      ALTER TABLE redress.release ADD CONSTRAINT only_what_is_published_waits
        CHECK (public_from IS NULL OR (status = 'published' AND public_from > published_at));

      -- Readers meet the releases of a dataset in the order in which they were published: each was compared with those before it.
      CREATE FUNCTION redress.refuse_overtaking() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.status = 'published' AND OLD.status <> 'published' AND EXISTS (SELECT FROM redress.release former
            WHERE former.jurisdiction_id = NEW.jurisdiction_id AND former.dataset = NEW.dataset AND former.id <> NEW.id
              AND former.status = 'published' AND former.public_from > coalesce(NEW.public_from, NEW.published_at)
              AND NOT EXISTS (SELECT FROM redress.release_withdrawal w
                WHERE w.jurisdiction_id = former.jurisdiction_id AND w.release_id = former.id)) THEN
          RAISE EXCEPTION 'a release that waits for its time is not overtaken' USING ERRCODE = 'RD051';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refuse_overtaking BEFORE UPDATE ON redress.release
        FOR EACH ROW EXECUTE FUNCTION redress.refuse_overtaking();

      ALTER TABLE published.release ADD COLUMN embargoed_until timestamptz;
      ALTER TABLE published.release ENABLE ROW LEVEL SECURITY;
      CREATE POLICY its_time_has_come ON published.release FOR SELECT TO redress_public
        USING (embargoed_until IS NULL OR embargoed_until <= now());
      CREATE POLICY the_application ON published.release TO redress_app USING (true) WITH CHECK (true);

      -- Rows that wait, and every table that was made of them: who may not see the release may not see them. To be called when
      -- all are made. Tables of other releases need no such question, and carry no policy.
      CREATE FUNCTION published.hold_rows(release_id uuid) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        held record;
      BEGIN
        FOR held IN SELECT t.tablename FROM pg_tables t WHERE t.schemaname = 'published'
            AND t.tablename LIKE '%' || replace(release_id::text, '-', '') || '%' LOOP
          EXECUTE format('ALTER TABLE published.%I ENABLE ROW LEVEL SECURITY', held.tablename);
          EXECUTE format('CREATE POLICY its_time_has_come ON published.%I FOR SELECT TO redress_public
            USING (EXISTS (SELECT FROM published.release r WHERE r.id = %L))', held.tablename, release_id);
          EXECUTE format('CREATE POLICY the_application ON published.%I FOR SELECT TO redress_app USING (true)', held.tablename);
        END LOOP;
      END $$;
      REVOKE ALL ON FUNCTION published.hold_rows(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION published.hold_rows(uuid) TO redress_app;

      -- An embargo is the one that was decided, and its rows wait with it.
      CREATE FUNCTION published.refuse_loose_embargo() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM redress.release r WHERE r.id = NEW.id AND r.public_from IS DISTINCT FROM NEW.embargoed_until)
          OR (NEW.embargoed_until IS NOT NULL AND EXISTS (SELECT FROM pg_catalog.pg_tables t WHERE t.schemaname = 'published'
            AND t.tablename LIKE '%' || replace(NEW.id::text, '-', '') || '%' AND NOT t.rowsecurity)) THEN
          RAISE EXCEPTION 'a release that waits for its time waits with its rows' USING ERRCODE = 'RD052';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refuse_loose_embargo BEFORE INSERT ON published.release
        FOR EACH ROW EXECUTE FUNCTION published.refuse_loose_embargo();

      -- Withdrawn before its time it was never public: to say so in public would say that there was something.
      ALTER TABLE published.withdrawn_release ADD COLUMN was_public boolean NOT NULL DEFAULT true;
      ALTER TABLE published.withdrawn_release ENABLE ROW LEVEL SECURITY;
      CREATE POLICY was_public ON published.withdrawn_release FOR SELECT TO redress_public USING (was_public);
      CREATE POLICY the_application ON published.withdrawn_release FOR SELECT TO redress_app USING (true);
      CREATE OR REPLACE FUNCTION published.take_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        INSERT INTO published.withdrawn_release
          (id, jurisdiction, dataset, version, title, published_at, withdrawn_at, reason, was_public)
        SELECT r.id, r.jurisdiction, r.dataset, r.version, r.title, r.published_at, NEW.withdrawn_at, NEW.reason,
               r.embargoed_until IS NULL OR r.embargoed_until <= now()
          FROM published.release r WHERE r.id = NEW.release_id;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'only what is published is withdrawn' USING ERRCODE = 'RD003';
        END IF;
        DELETE FROM published.release WHERE id = NEW.release_id;
        EXECUTE format('DROP TABLE published.%I', 'rows_' || replace(NEW.release_id::text, '-', ''));
        RETURN NULL;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION published.take_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
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
      DROP POLICY was_public ON published.withdrawn_release; DROP POLICY the_application ON published.withdrawn_release;
      ALTER TABLE published.withdrawn_release DISABLE ROW LEVEL SECURITY;
      ALTER TABLE published.withdrawn_release DROP COLUMN was_public;
      DROP TRIGGER refuse_loose_embargo ON published.release;
      DROP FUNCTION published.refuse_loose_embargo();
      -- Who goes back while a release waits opens it: withdraw it before.
      DO $$ DECLARE held record; BEGIN
        FOR held IN SELECT c.relname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
            WHERE p.polname = 'its_time_has_come' AND c.relname <> 'release' LOOP
          EXECUTE format('DROP POLICY its_time_has_come ON published.%1$I; DROP POLICY the_application ON published.%1$I;
            ALTER TABLE published.%1$I DISABLE ROW LEVEL SECURITY', held.relname);
        END LOOP;
      END $$;
      DROP FUNCTION published.hold_rows(uuid);
      DROP POLICY its_time_has_come ON published.release; DROP POLICY the_application ON published.release;
      ALTER TABLE published.release DISABLE ROW LEVEL SECURITY;
      ALTER TABLE published.release DROP COLUMN embargoed_until;
      DROP TRIGGER refuse_overtaking ON redress.release;
      DROP FUNCTION redress.refuse_overtaking();
      ALTER TABLE redress.release DROP COLUMN public_from;
    `);
  }
}
