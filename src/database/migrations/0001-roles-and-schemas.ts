import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two roles, two schemas. `redress_app` serves cases: it owns nothing and row-level security binds it.
 * `redress_public` serves readers: it has no right on any case table, so a fault in a public controller cannot show one.
 * Both are created without login here; `redress migrate` gives them their passwords.
 */
export class RolesAndSchemas0001 implements MigrationInterface {
  name = 'RolesAndSchemas1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'redress_app') THEN
          CREATE ROLE redress_app NOLOGIN NOINHERIT NOBYPASSRLS;
        END IF;
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'redress_public') THEN
          CREATE ROLE redress_public NOLOGIN NOINHERIT NOBYPASSRLS;
        END IF;
      END $$;

      CREATE SCHEMA redress;
      CREATE SCHEMA published;
      GRANT USAGE ON SCHEMA redress TO redress_app;
      GRANT USAGE ON SCHEMA published TO redress_app, redress_public;

      -- Whose rows a transaction may touch. Unset or empty gives NULL, and NULL equals nothing: 0 rows, never all rows.
      CREATE FUNCTION redress.current_jurisdiction() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT nullif(current_setting('redress.jurisdiction', true), '')::uuid $$;
      CREATE FUNCTION redress.current_staff() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT nullif(current_setting('redress.staff', true), '')::uuid $$;

      -- Every tenant table is protected by this one function, so that no table can be protected a little differently.
      -- case_column names the complaint that a row belongs to: a recused person's transaction does not see such rows.
      CREATE FUNCTION redress.protect(target regclass, case_column text DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
        EXECUTE format('CREATE POLICY own_jurisdiction ON %s
          USING (jurisdiction_id = (SELECT redress.current_jurisdiction()))', target);
        IF case_column IS NOT NULL THEN
          EXECUTE format('CREATE POLICY recusal_wall ON %1$s AS RESTRICTIVE
            USING ((SELECT redress.current_staff()) IS NULL OR %2$I IS NULL OR NOT EXISTS (
              SELECT FROM redress.recusal wall
              WHERE wall.jurisdiction_id = (SELECT redress.current_jurisdiction())
                AND wall.staff_id = (SELECT redress.current_staff())
                AND wall.complaint_id = %1$s.%2$I))', target, case_column);
        END IF;
        EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %s TO redress_app', target);
      END $$;

      -- Append-only: a correction is a new row that supersedes. Not even the owner may rewrite what was recorded.
      CREATE FUNCTION redress.refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'RD001';
      END $$;
      CREATE FUNCTION redress.append_only(target regclass) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM redress_app', target);
        EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %s
          FOR EACH ROW EXECUTE FUNCTION redress.refuse_rewrite()', target);
        EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %s
          FOR EACH STATEMENT EXECUTE FUNCTION redress.refuse_rewrite()', target);
      END $$;
      -- After an import the planner must know what came in; only a table's owner may tell it.
      CREATE FUNCTION redress.refresh_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, pg_temp AS $$
      DECLARE target record;
      BEGIN
        FOR target IN SELECT tablename FROM pg_tables WHERE schemaname = 'redress' LOOP
          EXECUTE format('ANALYZE redress.%I', target.tablename);
        END LOOP;
      END $$;
      REVOKE ALL ON FUNCTION redress.refresh_statistics() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION redress.refresh_statistics() TO redress_app;
      REVOKE ALL ON FUNCTION redress.protect(regclass, text), redress.append_only(regclass) FROM PUBLIC;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Roles belong to the cluster, not to this database: another Redress may stand beside it, so they stay.
    await runner.query(`DROP SCHEMA published CASCADE; DROP SCHEMA redress CASCADE;`);
  }
}
