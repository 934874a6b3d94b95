import { Injectable } from '@nestjs/common';
import { charterInForce } from '../../charter/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { readMonths } from '../records/calendar.store.js';
import { localHourAt } from '../records/intake.reader.js';
import { insertNotices, type NewNotice } from '../records/notice.store.js';
import { raisePendingNotices } from '../records/pending-notice.store.js';
import { monthState, programmesWaiting } from '../rules/month-state.js';

/** How far back somebody is reminded: what is older is in the calendar. */
const MONTHS_BACK = 12;

/**
 * Once a month is over and nobody has said whether there was force in it, whoever reports for the ORI finds a notice in the
 * inbox, one for each programme that waits; and one for each report of which answers are pending for longer than the charter
 * says. Done again it says nothing twice.
 */
@Injectable()
export class RemindReporters {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  async run(jurisdictionId: string): Promise<{ notices: number }> {
    const at = this.clock.now();
    return this.database.transaction({ jurisdictionId }, async (manager) => {
      const charter = await charterInForce(manager, at);
      const { programmes, remindOfPendingAfterDays = null } = charter.document.forceReporting;
      const now = await localHourAt(manager, jurisdictionId, at);
      const last = monthsBefore(now.day.slice(0, 7), 1);
      const reporters = await readMonths(manager, null, monthsBefore(last, MONTHS_BACK - 1), last);
      const notices = reporters.flatMap(({ months, ...reporter }): NewNotice[] =>
        months
          .filter((told) => monthState(told, reporter, now) === 'missing')
          .flatMap(({ month }) =>
            programmesWaiting(month, now, programmes).map(({ programme, dueOn }) => {
              const { reportedBy: departmentId, ori } = reporter;
              return { id: newId(), departmentId, ori, month, programme, dueOn };
            }),
          ),
      );
      const ofMonths = await insertNotices(manager, jurisdictionId, notices, at);
      if (remindOfPendingAfterDays === null) return { notices: ofMonths };
      return { notices: ofMonths + (await raisePendingNotices(manager, jurisdictionId, remindOfPendingAfterDays, at)) };
    });
  }
}

function monthsBefore(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 - count, 1)).toISOString().slice(0, 7);
}
