import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { readIntake } from '../records/intake.reader.js';
import type { ZeroReport } from '../records/zero-report.store.js';
import { calendarMonth } from '../rules/calendar-month.js';
import { submissionFault } from '../rules/submission-faults.js';
import { type NoForce, stateNoForce } from './state-no-force.js';

/** "No force in that month", said by the department: not the same as nothing said. An incident in it takes its place. */
@Injectable()
export class SubmitZeroReport {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * Said again, the one that stands is returned. `ori`: needed by a department that reports for several.
   * @throws RuleBroken not-a-month, month-ahead, ori-needed, ori-not-yours (422), incident-in-month (409)
   */
  async run(actor: ActorOf<'department'>, written: string, ori: string | null = null): Promise<ZeroReport> {
    const at = this.clock.now();
    const month = calendarMonth(written);
    if (month === null) throw new RuleBroken('not-a-month', 'Write the month as YYYY-MM.', 422);
    return this.database.transaction(actor, async (manager) => {
      const { intake } = await readIntake(manager, actor, at);
      const said = await stateNoForce(manager, intake, { ori, month });
      if ('zero' in said) return said.zero;
      throw refusal(said.outcome);
    });
  }
}

function refusal(outcome: Exclude<NoForce['outcome'], 'said' | 'stands-already'>): RuleBroken {
  switch (outcome) {
    case 'month-ahead':
      return new RuleBroken(
        'month-ahead',
        'This month has not begun: nobody can say yet that there was no force in it.',
        422,
      );
    case 'incident-in-month':
      return new RuleBroken(
        'incident-in-month',
        'You reported force in this month: a zero report would contradict it.',
      );
    default: {
      const fault = submissionFault(outcome, '/ori');
      return new RuleBroken(outcome, fault.message, 422, [fault]);
    }
  }
}
