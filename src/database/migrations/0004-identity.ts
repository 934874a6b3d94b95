import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may come in: staff by password and session, departments by key. Secrets are stored as hashes only. */
export class Identity0004 implements MigrationInterface {
  name = 'Identity1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE redress.staff (
        jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
        id uuid NOT NULL,
        sign_in_name text NOT NULL CHECK (sign_in_name = lower(sign_in_name)),
        display_name text NOT NULL,
        password_hash text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
        roles text[] NOT NULL CHECK (roles <@ ARRAY['intake', 'investigator', 'supervisor', 'clerk', 'board_member',
          'records', 'director', 'auditor', 'administrator']),
        failed_sign_ins integer NOT NULL DEFAULT 0,
        locked_until timestamptz,
        disabled_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, sign_in_name)
      );
      SELECT redress.protect('redress.staff');

      CREATE TABLE redress.session (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        token_hash bytea NOT NULL CHECK (length(token_hash) = 32),
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        ended_at timestamptz,
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, token_hash),
        FOREIGN KEY (jurisdiction_id, staff_id) REFERENCES redress.staff
      );
      SELECT redress.protect('redress.session');

      CREATE TABLE redress.department (
        jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
        id uuid NOT NULL,
        name text NOT NULL,
        ori text CHECK (ori ~ '^[A-Z0-9]{9}$'),
        county text,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (jurisdiction_id, id),
        UNIQUE (jurisdiction_id, ori)
      );
      CREATE UNIQUE INDEX department_by_name ON redress.department (jurisdiction_id, name, coalesce(county, ''));
      SELECT redress.protect('redress.department');

      CREATE TABLE redress.department_key (
        jurisdiction_id uuid NOT NULL,
        id uuid NOT NULL,
        department_id uuid NOT NULL,
        label text NOT NULL,
        secret_hash bytea NOT NULL CHECK (length(secret_hash) = 32),
        created_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        revoked_at timestamptz,
        PRIMARY KEY (jurisdiction_id, id),
        FOREIGN KEY (jurisdiction_id, department_id) REFERENCES redress.department,
        CHECK (ends_at <= created_at + interval '1 year')
      );
      SELECT redress.protect('redress.department_key');

      -- One row a mutating request that a machine may send twice: the first answer, given again to the second.
      CREATE TABLE redress.idempotency_key (
        jurisdiction_id uuid NOT NULL REFERENCES redress.jurisdiction (id),
        principal_id uuid NOT NULL,
        key text NOT NULL CHECK (length(key) BETWEEN 8 AND 200),
        request_hash bytea NOT NULL CHECK (length(request_hash) = 32),
        response jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (jurisdiction_id, principal_id, key)
      );
      SELECT redress.protect('redress.idempotency_key');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE redress.idempotency_key; DROP TABLE redress.department_key; DROP TABLE redress.department;
      DROP TABLE redress.session; DROP TABLE redress.staff;
    `);
  }
}
