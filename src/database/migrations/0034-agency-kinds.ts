import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What agencies that do not investigate themselves need: the department's own finding beside theirs, recommendations of
 * policy that rest on no vote of a board, and clocks that run on when a case is sent back.
 */
export class AgencyKinds0034 implements MigrationInterface {
  name = 'AgencyKinds1700000000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE redress.finding DROP CONSTRAINT finding_stage_check,
        ADD CONSTRAINT finding_stage_check CHECK (stage IN ('department', 'investigator', 'supervisor', 'board', 'chief', 'final'));
      -- NULL: taken back. A case that was sent back has to pass it again, and its clocks run on.
      ALTER TABLE redress.case_event ALTER COLUMN on_day DROP NOT NULL;
      -- Discipline is for a person's act, and rests on what a board has found.
      ALTER TABLE redress.recommendation ALTER COLUMN motion_id DROP NOT NULL,
        ADD CONSTRAINT discipline_rests_on_a_motion CHECK (motion_id IS NOT NULL OR kind <> 'discipline');
    `);
  }

  /** Refused by the old constraints where something was recorded that only the new ones allow. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE redress.case_event ALTER COLUMN on_day SET NOT NULL;
      ALTER TABLE redress.recommendation DROP CONSTRAINT discipline_rests_on_a_motion,
        ALTER COLUMN motion_id SET NOT NULL;
      ALTER TABLE redress.finding DROP CONSTRAINT finding_stage_check,
        ADD CONSTRAINT finding_stage_check CHECK (stage IN ('investigator', 'supervisor', 'board', 'chief', 'final'));
    `);
  }
}
