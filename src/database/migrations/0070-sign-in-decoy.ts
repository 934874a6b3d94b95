import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where the attempts of names that nobody has are counted: one row for a place. It is locked and written as a person's is, so
 * that a refusal takes as long whether somebody is there or not. Nobody signs in by it.
 */
export class SignInDecoy0070 implements MigrationInterface {
  name = 'SignInDecoy1700000000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- With the same checks and indexes, which cost time too.
      CREATE TABLE redress.sign_in_decoy (LIKE redress.staff INCLUDING ALL);
      ALTER TABLE redress.sign_in_decoy ADD FOREIGN KEY (jurisdiction_id) REFERENCES redress.jurisdiction (id),
        ADD CHECK (id = '00000000-0000-0000-0000-000000000000');
      SELECT redress.protect('redress.sign_in_decoy');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE redress.sign_in_decoy;');
  }
}
