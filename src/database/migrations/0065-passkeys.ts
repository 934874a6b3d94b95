import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passkeys (WebAuthn): what the server holds of them is public. Single sign-on: the provider, and as whom it knows each. And the marks of what is good once: challenges, assertions. */
export class Passkeys0065 implements MigrationInterface {
  name = 'Passkeys1700000000065';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE redress.passkey (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        -- As the browser writes it: base64url
        credential_id text NOT NULL CHECK (length(credential_id) BETWEEN 16 AND 1400),
        public_key bytea NOT NULL,
        label text NOT NULL CHECK (length(label) BETWEEN 1 AND 100),
        -- Goes up with each use of devices that count: one that goes back was copied
        counter bigint NOT NULL CHECK (counter >= 0),
        created_at timestamptz NOT NULL,
        last_used_at timestamptz,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, credential_id),
        FOREIGN KEY (jurisdiction_id, staff_id) REFERENCES redress.staff
      );
      CREATE INDEX passkey_by_staff ON redress.passkey (jurisdiction_id, staff_id);
      SELECT redress.protect('redress.passkey');
      GRANT DELETE ON redress.passkey TO redress_app;

      CREATE TABLE redress.used_once (
        jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
        mark bytea NOT NULL CHECK (length(mark) = 32),
        -- From then on it is refused for its age
        ends_at timestamptz NOT NULL,
        PRIMARY KEY (jurisdiction_id, mark)
      );
      CREATE INDEX used_once_by_end ON redress.used_once (jurisdiction_id, ends_at);
      SELECT redress.protect('redress.used_once');
      GRANT DELETE ON redress.used_once TO redress_app;

      CREATE TABLE redress.single_sign_on (
        jurisdiction_id uuid PRIMARY KEY REFERENCES redress.jurisdiction (id),
        issuer text NOT NULL,
        client_id text NOT NULL,
        secret_cipher bytea NOT NULL
      );
      SELECT redress.protect('redress.single_sign_on');

      CREATE TABLE redress.staff_subject (
        jurisdiction_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        issuer text NOT NULL,
        subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
        PRIMARY KEY (jurisdiction_id, staff_id),
        UNIQUE (jurisdiction_id, issuer, subject),
        FOREIGN KEY (jurisdiction_id, staff_id) REFERENCES redress.staff
      );
      SELECT redress.protect('redress.staff_subject');
      GRANT DELETE ON redress.staff_subject TO redress_app;

      CREATE OR REPLACE FUNCTION redress.has_second_factor(person uuid) RETURNS boolean LANGUAGE sql STABLE AS
        $$ SELECT EXISTS (SELECT FROM redress.second_factor WHERE staff_id = person AND confirmed_at IS NOT NULL)
          OR EXISTS (SELECT FROM redress.passkey WHERE staff_id = person) $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION redress.has_second_factor(person uuid) RETURNS boolean LANGUAGE sql STABLE AS
        $$ SELECT EXISTS (SELECT FROM redress.second_factor WHERE staff_id = person AND confirmed_at IS NOT NULL) $$;
      DROP TABLE redress.staff_subject; DROP TABLE redress.single_sign_on; DROP TABLE redress.used_once; DROP TABLE redress.passkey;
    `);
  }
}
