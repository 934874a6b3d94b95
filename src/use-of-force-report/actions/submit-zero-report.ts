import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { jurisdictionDay } from '../../charter/index.js';
import {
  findZeroReport,
  hasIncidentIn,
  holdDepartment,
  insertZeroReport,
  type ZeroReport,
} from '../records/zero-report.store.js';
import { calendarMonth, isAhead } from '../rules/calendar-month.js';

/** "No force in that month", said by the department: not the same as nothing said. An incident in it takes its place. */
@Injectable()
export class SubmitZeroReport {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** Said again, the one that stands is returned. @throws RuleBroken not-a-month, month-ahead (422), incident-in-month (409) */
  async run(actor: ActorOf<'department'>, written: string): Promise<ZeroReport> {
    const at = this.clock.now();
    const { jurisdictionId, departmentId } = actor;
    const month = calendarMonth(written);
    if (month === null) throw new RuleBroken('not-a-month', 'Write the month as YYYY-MM.', 422);
    return this.database.transaction(actor, async (manager) => {
      if (isAhead(month, await jurisdictionDay(manager, jurisdictionId, at))) throw monthAhead();
      await holdDepartment(manager, departmentId);
      if (await hasIncidentIn(manager, departmentId, month)) throw incidentInMonth();
      const standing = await findZeroReport(manager, departmentId, month);
      if (standing) return standing;
      const zero = { id: newId(), month, submittedAt: at };
      await insertZeroReport(manager, { ...zero, jurisdictionId, departmentId });
      const subject = { kind: 'zero-report', id: zero.id };
      await recordHistory(manager, { actor, action: 'zero-report.submit', subject, details: { month }, at });
      return zero;
    });
  }
}

function monthAhead(): RuleBroken {
  return new RuleBroken(
    'month-ahead',
    'This month has not begun: nobody can say yet that there was no force in it.',
    422,
  );
}

function incidentInMonth(): RuleBroken {
  return new RuleBroken('incident-in-month', 'You reported force in this month: a zero report would contradict it.');
}
