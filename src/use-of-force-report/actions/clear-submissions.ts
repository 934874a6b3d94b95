import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';

/** What was refused is kept for as long as a department may need to mend it, and no longer. */
const REJECTS_DAYS = 90;
/** Longer than any submission takes: whoever began it is gone. */
const UNENDED_DAYS = 1;

/** Removes rejected records when their time is up, and what is left of submissions that never ended. */
@Injectable()
export class ClearSubmissions {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  async run(jurisdictionId: string): Promise<void> {
    const before = (days: number): Date => new Date(this.clock.now().getTime() - days * 86_400_000);
    await this.database.transaction({ jurisdictionId }, async (manager) => {
      await manager.query(
        `DELETE FROM redress.use_of_force_reject reject USING redress.use_of_force_submission sent
          WHERE sent.jurisdiction_id = reject.jurisdiction_id AND sent.id = reject.submission_id AND sent.ended_at < $1`,
        [before(REJECTS_DAYS)],
      );
      await manager.query('DELETE FROM redress.use_of_force_submission WHERE ended_at IS NULL AND begun_at < $1', [
        before(UNENDED_DAYS),
      ]);
    });
  }
}
