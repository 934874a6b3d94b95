import type { PeriodFigures } from './period-figures.js';
import { shieldYear, withheld } from './shield-year.js';
import type { ToldPeriod } from './told-period.js';

/** What is public of a department already, and how many of its reports came, were told anew or went since. */
export interface Standing {
  told: readonly ToldPeriod[];
  k: number;
  asOf: string;
  changed: number;
}

export interface Settled {
  told: ToldPeriod[];
  /** ISO 8601: of which moment the counts of reports are */
  asOf: string;
}

/**
 * A department's figures are moved when at least k of its reports changed, or none did: who keeps yesterday's copy and
 * subtracts must not learn of a single report that came in today. What was to be told and is missing is of no person, and is
 * always of now.
 */
export function settleDepartment(
  figures: readonly PeriodFigures[],
  standing: Standing | null,
  { k, now }: { k: number; now: string },
): Settled {
  if (standing === null || !isHeld(figures, standing, k)) return { told: shielded(figures, k), asOf: now };
  const before = new Map(standing.told.map((told) => [told.period, told]));
  const told = figures.map((each) => held(each, before.get(each.period)));
  return { told, asOf: standing.asOf };
}

function shielded(figures: readonly PeriodFigures[], k: number): ToldPeriod[] {
  const years = [...new Set(figures.map(({ period }) => period.slice(0, 4)))];
  return years.flatMap((year) => {
    const months = figures.filter(({ grain, period }) => grain === 'month' && period.startsWith(year));
    return shieldYear(months, figures.find(({ period }) => period === year) ?? null, k);
  });
}

/** Not where k has changed, and not where a month came into a year whose total stands already or one went out of it. */
function isHeld(figures: readonly PeriodFigures[], { told, changed, k: before }: Standing, k: number): boolean {
  if (changed === 0 || changed >= k || before !== k) return false;
  const monthsOf = (periods: readonly { period: string }[], year: string): string =>
    periods
      .map(({ period }) => period)
      .filter((period) => period.startsWith(`${year}-`))
      .sort()
      .join();
  const years = told.filter(({ grain }) => grain === 'year').map(({ period }) => period);
  return years.every((year) => monthsOf(told, year) === monthsOf(figures, year));
}

function held(figures: PeriodFigures, before: ToldPeriod | undefined): ToldPeriod {
  const { grain, period, asked, zero, missing, reports } = figures;
  if (before) return { ...before, asked, zero: before.reports === null && asked > 1 ? null : zero, missing };
  if (reports > 0 || grain === 'year') return withheld(figures);
  return {
    ...{ grain, period, asked, zero, missing, reports: 0, late: 0, answers: null, medianDays: null, p90Days: null },
    programmes: [],
  };
}
