import type { EntityManager } from 'typeorm';
import { type MonthState, monthState, readMonths } from '../../use-of-force-report/index.js';

/** What was to be told of one ORI's month, by whoever reports for it. */
export interface MonthDuty {
  departmentId: string;
  /** YYYY-MM */
  month: string;
  state: Exclude<MonthState, 'not-asked' | 'running'>;
}

const FIRST_ASKED = `
  SELECT to_char(least((SELECT min(since) FROM redress.reporting_ori),
           (SELECT min(d.created_at) FROM redress.department d
             WHERE EXISTS (SELECT FROM redress.department_key k WHERE k.department_id = d.id)
               AND NOT EXISTS (SELECT FROM redress.reporting_ori o WHERE o.department_id = d.id OR o.reported_by = d.id))),
         'YYYY-MM') AS month`;

/** Every month that is over and is asked for, up to the one before today's. */
export async function monthDuties(manager: EntityManager, now: { day: string; hour: number }): Promise<MonthDuty[]> {
  const [first]: { month: string | null }[] = await manager.query(FIRST_ASKED);
  const last = monthBefore(now.day);
  if (!first?.month || first.month > last) return [];
  const reporters = await readMonths(manager, null, first.month, last);
  return reporters.flatMap(({ months, ...reporter }) =>
    months.flatMap((told): MonthDuty[] => {
      const asked = told.month >= reporter.since && (reporter.until === null || told.month <= reporter.until);
      const state = monthState(told, reporter, now);
      if (!asked || state === 'not-asked' || state === 'running') return [];
      return [{ departmentId: reporter.reportedBy, month: told.month, state }];
    }),
  );
}

function monthBefore(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7);
}
