import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows hold a key wrapped under an organization key: name, column of the key, what the column says when it is gone. */
const WRAPPED = [
  ['case_key', 'wrapped', 'NEW.wrapped IS NULL'],
  ['release_epoch', 'key_cipher', 'NEW.key_cipher IS NULL'],
  ['incident_compartment', 'key_cipher', 'length(NEW.key_cipher) = 0'],
] as const;

/**
 * Organization keys: versions of one key a jurisdiction, each wrapped outside of the database's reach. What is wrapped under a
 * version names it, by a foreign key: a version that anything still needs cannot be destroyed, and a destroyed one takes nothing.
 */
export class OrganizationKeys0062 implements MigrationInterface {
  name = 'OrganizationKeys1700000000062';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of the whole installation, and of no jurisdiction: the secret outside of cases, and keys that were in use before it.
      CREATE SCHEMA keys;
      GRANT USAGE ON SCHEMA keys TO redress_app;
      CREATE TABLE keys.root (
        only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
        kek_id text NOT NULL,
        wrapped bytea NOT NULL
      );
      CREATE TABLE keys.kept_key (purpose text PRIMARY KEY, sealed bytea NOT NULL);
      GRANT SELECT, INSERT ON keys.root, keys.kept_key TO redress_app;
      GRANT UPDATE (kek_id, wrapped) ON keys.root TO redress_app;

      CREATE TABLE redress.organization_key (
        jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
        version integer NOT NULL CHECK (version > 0),
        -- NULL: of a database older than this; what its cases were sealed under is put here at the first start
        kek_id text,
        wrapped bytea,
        drawn_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (jurisdiction_id, version),
        CHECK ((kek_id IS NULL) = (wrapped IS NULL)),
        CHECK (version = 1 OR wrapped IS NOT NULL)
      );
      INSERT INTO redress.organization_key (jurisdiction_id, version) SELECT id, 1 FROM redress.jurisdiction;
      SELECT redress.protect('redress.organization_key');
      REVOKE UPDATE ON redress.organization_key FROM redress_app;
      GRANT UPDATE (kek_id, wrapped), DELETE ON redress.organization_key TO redress_app;

      -- Where a rotation stands: whoever was killed in it, or another, goes on from here.
      CREATE TABLE redress.key_rotation (
        jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
        id uuid NOT NULL,
        to_version integer NOT NULL CHECK (to_version > 1),
        -- Cases up to this one are wrapped anew; NULL: from the first on
        after_case uuid,
        cases integer NOT NULL DEFAULT 0,
        begun_at timestamptz NOT NULL,
        finished_at timestamptz,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, to_version)
      );
      CREATE UNIQUE INDEX key_rotation_one_at_a_time ON redress.key_rotation (jurisdiction_id) WHERE finished_at IS NULL;
      SELECT redress.protect('redress.key_rotation');
      CREATE FUNCTION redress.rotation_runs() RETURNS boolean LANGUAGE sql STABLE AS
        $$ SELECT EXISTS (SELECT FROM redress.key_rotation r
             WHERE r.jurisdiction_id = (SELECT redress.current_jurisdiction()) AND r.finished_at IS NULL) $$;

      -- The newest version is what new cases are sealed under; one before it goes when a rotation to a later one is over.
      CREATE FUNCTION redress.guard_organization_key() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF NEW.wrapped IS NULL THEN RAISE EXCEPTION 'a key is not emptied' USING ERRCODE = 'RD062'; END IF;
          RETURN NEW;
        END IF;
        IF NOT EXISTS (SELECT FROM redress.key_rotation r JOIN redress.organization_key k
            ON k.jurisdiction_id = r.jurisdiction_id AND k.version = r.to_version
           WHERE r.jurisdiction_id = OLD.jurisdiction_id AND r.to_version > OLD.version AND r.finished_at IS NOT NULL) THEN
          RAISE EXCEPTION 'a version goes when a rotation to a later one is over' USING ERRCODE = 'RD062';
        END IF;
        RETURN OLD;
      END $$;
      CREATE TRIGGER guard_organization_key BEFORE UPDATE OR DELETE ON redress.organization_key
        FOR EACH ROW EXECUTE FUNCTION redress.guard_organization_key();
    `);
    for (const [table, column, gone] of WRAPPED)
      await runner.query(`
        ALTER TABLE redress.${table} ADD COLUMN organization_version integer DEFAULT 1;
        ALTER TABLE redress.${table} NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE redress.${table} DISABLE TRIGGER USER;
        UPDATE redress.${table} SET organization_version = NULL WHERE ${gone.replaceAll('NEW.', '')};
        ALTER TABLE redress.${table} ENABLE TRIGGER USER;
        ALTER TABLE redress.${table} FORCE ROW LEVEL SECURITY;
        ALTER TABLE redress.${table} ADD CONSTRAINT ${table}_organization_key
          FOREIGN KEY (jurisdiction_id, organization_version) REFERENCES redress.organization_key;
        CREATE FUNCTION redress.${table}_forget_version() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF ${gone} THEN NEW.organization_version := NULL; END IF;
          RETURN NEW;
        END $$;
        -- A key that was destroyed holds no version back.
        CREATE TRIGGER forget_version BEFORE INSERT OR UPDATE ON redress.${table}
          FOR EACH ROW EXECUTE FUNCTION redress.${table}_forget_version();
        ALTER TABLE redress.${table} ADD CONSTRAINT ${table}_${column}_names_its_version
          CHECK (organization_version IS NOT NULL OR ${gone.replaceAll('NEW.', '')});
      `);
    await runner.query(`
      -- A rotation wraps a compartment's key anew without a member of its team; the material it cannot see.
      DROP POLICY team_only ON redress.incident_compartment;
      CREATE POLICY team_only ON redress.incident_compartment AS RESTRICTIVE
        USING (redress.on_incident_team(review_id) OR redress.is_being_erased(complaint_id)
          OR ((SELECT redress.current_staff()) IS NULL AND (SELECT redress.rotation_runs())));
      GRANT UPDATE (key_cipher, organization_version, wrapping_key_id) ON redress.incident_compartment TO redress_app;
      CREATE FUNCTION redress.is_rewrap(before redress.incident_compartment, after redress.incident_compartment) RETURNS boolean
        LANGUAGE sql STABLE AS
        $$ SELECT (SELECT redress.rotation_runs()) AND after.organization_version > before.organization_version
             AND length(after.key_cipher) = length(before.key_cipher)
             AND (before.jurisdiction_id, before.review_id, before.complaint_id)
               IS NOT DISTINCT FROM (after.jurisdiction_id, after.review_id, after.complaint_id) $$;
      DROP TRIGGER append_only ON redress.incident_compartment;
      CREATE TRIGGER append_only BEFORE DELETE ON redress.incident_compartment
        FOR EACH ROW EXECUTE FUNCTION redress.refuse_rewrite();
      CREATE TRIGGER append_only_but_rewrap BEFORE UPDATE ON redress.incident_compartment
        FOR EACH ROW WHEN (NOT redress.is_rewrap(OLD, NEW)) EXECUTE FUNCTION redress.refuse_rewrite();

      -- Under each live version every token stands once: no case is lost sight of while a rotation is under way.
      ALTER TABLE redress.contact_index ADD COLUMN organization_version integer NOT NULL DEFAULT 1;
      ALTER TABLE redress.contact_index ADD CONSTRAINT contact_index_organization_key
        FOREIGN KEY (jurisdiction_id, organization_version) REFERENCES redress.organization_key;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is wrapped under a key of its own opens with the master key no more: there is no way back from there.
      DO $$ BEGIN
        IF EXISTS (SELECT FROM redress.organization_key WHERE wrapped IS NOT NULL) THEN
          RAISE EXCEPTION 'organization keys are in use: restore a backup of before instead' USING ERRCODE = 'RD062';
        END IF;
      END $$;
      ALTER TABLE redress.contact_index DROP COLUMN organization_version;
      DROP TRIGGER append_only_but_rewrap ON redress.incident_compartment;
      DROP TRIGGER append_only ON redress.incident_compartment;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON redress.incident_compartment
        FOR EACH ROW EXECUTE FUNCTION redress.refuse_rewrite();
      DROP FUNCTION redress.is_rewrap(redress.incident_compartment, redress.incident_compartment);
      DROP POLICY team_only ON redress.incident_compartment;
      CREATE POLICY team_only ON redress.incident_compartment AS RESTRICTIVE
        USING (redress.on_incident_team(review_id) OR redress.is_being_erased(complaint_id));
      REVOKE UPDATE (key_cipher, organization_version, wrapping_key_id) ON redress.incident_compartment FROM redress_app;
    `);
    for (const [table] of WRAPPED)
      await runner.query(`
        DROP TRIGGER forget_version ON redress.${table}; DROP FUNCTION redress.${table}_forget_version();
        ALTER TABLE redress.${table} DROP COLUMN organization_version;
      `);
    await runner.query(`
      DROP TABLE redress.organization_key; DROP FUNCTION redress.guard_organization_key();
      DROP TABLE redress.key_rotation; DROP FUNCTION redress.rotation_runs();
      DROP TABLE keys.kept_key; DROP TABLE keys.root; DROP SCHEMA keys;
    `);
  }
}
