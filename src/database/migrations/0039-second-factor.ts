import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a staff member has besides the password: a device that makes one-time codes (RFC 6238), and codes on paper for when it is lost. */
export class SecondFactor0039 implements MigrationInterface {
  name = 'SecondFactor1700000000039';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE redress.second_factor (
        jurisdiction_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        secret_cipher bytea NOT NULL,
        -- NULL: begun, and not asked for yet when signing in
        confirmed_at timestamptz,
        -- Of the last code that was taken: that one, and those before it, are taken never again
        last_step bigint NOT NULL DEFAULT -1,
        PRIMARY KEY (jurisdiction_id, staff_id),
        FOREIGN KEY (jurisdiction_id, staff_id) REFERENCES redress.staff
      );
      SELECT redress.protect('redress.second_factor');
      GRANT DELETE ON redress.second_factor TO redress_app;

      CREATE TABLE redress.recovery_code (
        jurisdiction_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
        used_at timestamptz,
        PRIMARY KEY (jurisdiction_id, staff_id, code_hash),
        FOREIGN KEY (jurisdiction_id, staff_id) REFERENCES redress.second_factor ON DELETE CASCADE
      );
      SELECT redress.protect('redress.recovery_code');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE redress.recovery_code; DROP TABLE redress.second_factor;');
  }
}
