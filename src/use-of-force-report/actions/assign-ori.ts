import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { type ReportingOri, saveOri } from '../records/reporting-ori.store.js';
import { calendarMonth } from '../rules/calendar-month.js';

const ORI = /^[A-Z0-9]{9}$/;

/** Whose an ORI is and who reports for it: the department itself, or another under contract. */
@Injectable()
export class AssignOri {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken not-an-ori, not-a-month, no-such-reference (422) */
  async run(actor: ActorOf<'staff'>, ori: string, told: Omit<ReportingOri, 'ori'>): Promise<ReportingOri> {
    if (!ORI.test(ori)) throw new RuleBroken('not-an-ori', 'An ORI is nine letters and digits, in capitals.', 422);
    if ([told.since, told.until].some((month) => month !== null && calendarMonth(month) === null))
      throw new RuleBroken('not-a-month', 'Write the month as YYYY-MM.', 422);
    const assigned = { ori, ...told };
    await this.database.transaction(actor, async (manager) => {
      await saveOri(manager, actor.jurisdictionId, assigned);
      const subject = { kind: 'department', id: told.departmentId };
      const details = { ori, reportedBy: told.reportedBy, since: told.since, until: told.until };
      await recordHistory(manager, { actor, action: 'department.assign-ori', subject, details, at: this.clock.now() });
    });
    return assigned;
  }
}
