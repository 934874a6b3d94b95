import type { MonthDuty } from '../../use-of-force-report/index.js';
import type { Duty, PeriodFigures, StatusCounts } from './period-figures.js';

/** Reports of a department's period, counted, with the statuses by `<profile> <status>`. */
export type Counted = Omit<PeriodFigures, keyof Duty | 'grain' | 'programmes'> & {
  departmentId: string;
  statuses: Readonly<Record<string, number>>;
};
const NONE: Omit<Counted, 'departmentId' | 'period' | 'answers'> = {
  reports: 0,
  late: 0,
  medianDays: null,
  p90Days: null,
  statuses: {},
};
const NO_ANSWERS = { answered: 0, pending: 0, unknownFinal: 0, notApplicable: 0 };

/**
 * Puts beside each other what was to be told and what was: each department's months that are over, and its years that are.
 * @param thisYear YYYY, which is not over
 */
export function periodsOf(
  counted: readonly Counted[],
  duties: readonly MonthDuty[],
  thisYear: string,
): Map<string, PeriodFigures[]> {
  const reports = new Map(counted.map((each) => [`${each.departmentId} ${each.period}`, each]));
  const duty = new Map<string, Duty>();
  for (const { departmentId, month, state } of duties)
    for (const period of [month, month.slice(0, 4)]) {
      const key = `${departmentId} ${period}`;
      const before = duty.get(key) ?? { asked: 0, zero: 0, missing: 0 };
      const one = (wanted: string): number => (state === wanted ? 1 : 0);
      duty.set(key, {
        asked: before.asked + 1,
        zero: before.zero + one('zero'),
        missing: before.missing + one('missing'),
      });
    }
  const departments = new Map<string, PeriodFigures[]>();
  for (const key of [...new Set([...duty.keys(), ...reports.keys()])].sort()) {
    const [departmentId = '', period = ''] = key.split(' ');
    const grain = period.length === 4 ? 'year' : 'month';
    if (grain === 'year' && period >= thisYear) continue;
    const figures = {
      grain,
      ...(duty.get(key) ?? { asked: 0, zero: 0, missing: 0 }),
      ...figuresOf(period, reports.get(key)),
    } as const;
    departments.set(departmentId, [...(departments.get(departmentId) ?? []), figures]);
  }
  return departments;
}

function figuresOf(period: string, counted: Counted | undefined): Omit<PeriodFigures, keyof Duty | 'grain'> {
  const { reports, late, medianDays, p90Days, statuses } = counted ?? NONE;
  const programmes: Record<string, StatusCounts> = {};
  for (const profile of new Set(Object.keys(statuses).map((status) => status.split(' ')[0] ?? ''))) {
    const of = (status: string): number => statuses[`${profile} ${status}`] ?? 0;
    const [complete, incomplete, notReportable] = [of('complete'), of('incomplete'), of('not_reportable')];
    const notBound = reports - complete - incomplete - notReportable;
    programmes[profile] = { complete, incomplete, notReportable, notBound };
  }
  return { period, reports, late, medianDays, p90Days, programmes, answers: counted?.answers ?? NO_ANSWERS };
}
