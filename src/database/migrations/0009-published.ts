import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the public may read, in a schema of its own. Each release has its own table of rows, made by a function because the
 * app's role may create nothing; a release is visible when its row in `published.release` is committed, and not before.
 */
export class Published0009 implements MigrationInterface {
  name = 'Published1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE published.release (
        id uuid PRIMARY KEY,
        jurisdiction text NOT NULL,
        jurisdiction_name text NOT NULL,
        dataset text NOT NULL,
        version text NOT NULL,
        title text NOT NULL,
        published_at timestamptz NOT NULL,
        row_count integer NOT NULL CHECK (row_count >= 0),
        file_sha256 text NOT NULL,
        file_bytes bigint NOT NULL,
        manifest jsonb NOT NULL,
        UNIQUE (jurisdiction, dataset, version)
      );
      CREATE INDEX release_newest ON published.release (jurisdiction, dataset, published_at DESC);
      GRANT SELECT ON published.release TO redress_public;
      GRANT SELECT, INSERT ON published.release TO redress_app;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON published.release
        FOR EACH ROW EXECUTE FUNCTION redress.refuse_rewrite();

      -- Column names are checked against a pattern and types against a list before they reach the statement.
      CREATE FUNCTION published.create_rows(release_id uuid, columns jsonb) RETURNS text
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        table_name text := 'rows_' || replace(release_id::text, '-', '');
        definition text;
      BEGIN
        IF EXISTS (SELECT FROM jsonb_to_recordset(columns) AS c(name text, type text)
            WHERE c.name !~ '^[a-z][a-z0-9_]{0,62}$' OR c.type NOT IN ('text', 'integer', 'boolean', 'date')) THEN
          RAISE EXCEPTION 'a published column has a name or type outside the allowed ones' USING ERRCODE = 'RD004';
        END IF;
        SELECT string_agg(format('%I %s', c.name, c.type), ', ') INTO definition
          FROM jsonb_to_recordset(columns) AS c(name text, type text);
        EXECUTE format('CREATE TABLE published.%I (row_number integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY, %s)',
          table_name, definition);
        EXECUTE format('GRANT SELECT ON published.%I TO redress_public', table_name);
        EXECUTE format('GRANT SELECT, INSERT ON published.%I TO redress_app', table_name);
        RETURN table_name;
      END $$;

      -- When the rows are in: an index a column (with the row's number, so that every order is total), figures for the
      -- planner, and no more writing. A release that is published stays as it is.
      CREATE FUNCTION published.close_rows(release_id uuid, columns text[]) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        table_name text := 'rows_' || replace(release_id::text, '-', '');
        column_name text;
      BEGIN
        FOREACH column_name IN ARRAY columns LOOP
          EXECUTE format('CREATE INDEX ON published.%I (%I, row_number)', table_name, column_name);
        END LOOP;
        EXECUTE format('ANALYZE published.%I', table_name);
        EXECUTE format('REVOKE INSERT ON published.%I FROM redress_app', table_name);
      END $$;
      REVOKE ALL ON FUNCTION published.create_rows(uuid, jsonb), published.close_rows(uuid, text[]) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION published.create_rows(uuid, jsonb), published.close_rows(uuid, text[]) TO redress_app;

      -- Nothing becomes visible but what two people approved: the release stands published, with this very file, in this
      -- place. Runs with the caller's rights: row-level security shows the caller's own jurisdiction alone.
      CREATE FUNCTION published.refuse_unapproved() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM redress.release r JOIN redress.jurisdiction j ON j.id = r.jurisdiction_id
            WHERE r.id = NEW.id AND r.status = 'published' AND r.file_sha256 = NEW.file_sha256
              AND r.dataset = NEW.dataset AND r.version = NEW.version AND j.slug = NEW.jurisdiction) THEN
          RAISE EXCEPTION 'a release is shown when it was approved and published' USING ERRCODE = 'RD003';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refuse_unapproved BEFORE INSERT ON published.release
        FOR EACH ROW EXECUTE FUNCTION published.refuse_unapproved();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ DECLARE t record; BEGIN
        FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'published' LOOP
          EXECUTE format('DROP TABLE published.%I', t.tablename);
        END LOOP;
      END $$;
      DROP FUNCTION published.create_rows(uuid, jsonb); DROP FUNCTION published.close_rows(uuid, text[]);
      DROP FUNCTION published.refuse_unapproved();
    `);
  }
}
