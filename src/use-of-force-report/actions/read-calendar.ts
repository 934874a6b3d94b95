import { Injectable } from '@nestjs/common';
import { charterInForce } from '../../charter/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { readMonths, type Reporter } from '../records/calendar.store.js';
import { localHourAt } from '../records/intake.reader.js';
import {
  type MonthState,
  monthState,
  type MonthTold,
  type ProgrammeDue,
  programmesWaiting,
} from '../rules/month-state.js';

export interface CalendarMonth extends Omit<MonthTold, 'zero'> {
  state: MonthState;
  /** Who waits for it while it is missing */
  waiting: ProgrammeDue[];
}

export interface ReporterCalendar extends Reporter {
  months: CalendarMonth[];
}

/** What was reported and what is missing, per ORI and month of a year. A department sees those that it reports for. */
@Injectable()
export class ReadCalendar {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, wanted: { year: number; departmentId?: string | undefined }): Promise<ReporterCalendar[]> {
    const departmentId = actor.kind === 'department' ? actor.departmentId : (wanted.departmentId ?? null);
    return this.database.read(actor, async (manager) => {
      const at = this.clock.now();
      const charter = await charterInForce(manager, at);
      const { programmes } = charter.document.forceReporting;
      const now = await localHourAt(manager, actor.jurisdictionId, at);
      const reporters = await readMonths(manager, departmentId, `${wanted.year}-01`, `${wanted.year}-12`);
      return reporters.map(({ months, ...reporter }) => ({
        ...reporter,
        months: months.map(({ zero, ...told }) => {
          const state = monthState({ zero, ...told }, reporter, now);
          return { ...told, state, waiting: state === 'missing' ? programmesWaiting(told.month, now, programmes) : [] };
        }),
      }));
    });
  }
}
