import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How departments sign in: keys with scopes, and OAuth 2 clients that sign with a private key which never leaves them. */
export class DepartmentAccess0066 implements MigrationInterface {
  name = 'DepartmentAccess1700000000066';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE redress.department_key ADD COLUMN scopes text[] NOT NULL DEFAULT ARRAY['submit', 'read', 'amend']
        CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['submit', 'read', 'amend']);
      ALTER TABLE redress.department_key ALTER COLUMN scopes DROP DEFAULT;

      CREATE TABLE redress.department_client (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        department_id uuid NOT NULL,
        label text NOT NULL CHECK (length(label) BETWEEN 1 AND 100),
        -- A JSON Web Key (RFC 7517) without a private part
        public_key jsonb NOT NULL CHECK (NOT public_key ?| ARRAY['d', 'p', 'q', 'k'] AND public_key ->> 'kty' IN ('EC', 'RSA', 'OKP')),
        scopes text[] NOT NULL CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['submit', 'read', 'amend']),
        created_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        revoked_at timestamptz,
        PRIMARY KEY (jurisdiction_id, id),
        FOREIGN KEY (jurisdiction_id, department_id) REFERENCES redress.department,
        CHECK (ends_at <= created_at + interval '1 year')
      );
      SELECT redress.protect('redress.department_client');

      CREATE TABLE redress.department_token (
        jurisdiction_id uuid NOT NULL,
        token_hash bytea NOT NULL CHECK (length(token_hash) = 32),
        client_id uuid NOT NULL,
        scopes text[] NOT NULL CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['submit', 'read', 'amend']),
        ends_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, token_hash),
        FOREIGN KEY (jurisdiction_id, client_id) REFERENCES redress.department_client
      );
      CREATE INDEX department_token_by_client ON redress.department_token (jurisdiction_id, client_id);
      SELECT redress.protect('redress.department_token');
      GRANT DELETE ON redress.department_token TO redress_app;

      -- Two that live at once let one be changed for the other without a gap; a third would be one that nobody knows of.
      CREATE FUNCTION redress.at_most_two_live() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE live integer;
      BEGIN
        PERFORM FROM redress.department WHERE jurisdiction_id = NEW.jurisdiction_id AND id = NEW.department_id FOR UPDATE;
        EXECUTE format('SELECT count(*) FROM %s WHERE jurisdiction_id = $1 AND department_id = $2 AND revoked_at IS NULL
          AND ends_at > $3', TG_RELID::regclass) INTO live USING NEW.jurisdiction_id, NEW.department_id, NEW.created_at;
        IF live >= 2 THEN
          RAISE EXCEPTION 'two live ones are enough' USING ERRCODE = 'RD064';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER at_most_two BEFORE INSERT ON redress.department_key
        FOR EACH ROW EXECUTE FUNCTION redress.at_most_two_live();
      CREATE TRIGGER at_most_two BEFORE INSERT ON redress.department_client
        FOR EACH ROW EXECUTE FUNCTION redress.at_most_two_live();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER at_most_two ON redress.department_key;
      DROP TABLE redress.department_token; DROP TABLE redress.department_client;
      DROP FUNCTION redress.at_most_two_live();
      ALTER TABLE redress.department_key DROP COLUMN scopes;
    `);
  }
}
