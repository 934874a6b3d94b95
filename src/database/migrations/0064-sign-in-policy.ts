import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a session last proved who it is, and what a place asks of those who sign in. */
export class SignInPolicy0064 implements MigrationInterface {
  name = 'SignInPolicy1700000000064';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When the person last gave all that they sign in with. Sessions of before this migration prove it anew.
      ALTER TABLE redress.session ADD COLUMN proved_at timestamptz NOT NULL DEFAULT 'epoch';
      ALTER TABLE redress.session ALTER COLUMN proved_at DROP DEFAULT;

      -- No row: nobody must have a second factor, and a proof is good for ten minutes.
      CREATE TABLE redress.sign_in_policy (
        jurisdiction_id uuid PRIMARY KEY REFERENCES redress.jurisdiction (id),
        second_factor_roles text[] NOT NULL CHECK (second_factor_roles <@ ARRAY['intake', 'investigator', 'supervisor', 'clerk',
          'board_member', 'records', 'director', 'auditor', 'administrator', 'mediator']),
        step_up_minutes integer NOT NULL CHECK (step_up_minutes BETWEEN 1 AND 60)
      );
      SELECT redress.protect('redress.sign_in_policy');

      -- Whether somebody signs in with more than a password. Row-level security binds it: it runs as who asks.
      CREATE FUNCTION redress.has_second_factor(person uuid) RETURNS boolean LANGUAGE sql STABLE AS
        $$ SELECT EXISTS (SELECT FROM redress.second_factor WHERE staff_id = person AND confirmed_at IS NOT NULL) $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION redress.has_second_factor(uuid); DROP TABLE redress.sign_in_policy;
      ALTER TABLE redress.session DROP COLUMN proved_at;
    `);
  }
}
