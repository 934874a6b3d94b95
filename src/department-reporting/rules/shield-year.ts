import type { AnswerTotals, PeriodFigures } from './period-figures.js';
import type { ToldPeriod, ToldProgramme } from './told-period.js';

const STATUSES = ['complete', 'incomplete', 'notReportable', 'notBound'] as const;

/** How the reports of a period are split up; the parts add up to them. */
type Split = (figures: PeriodFigures) => readonly number[];

/**
 * What of a department's year is told: counts of reports that are none or at least k, and splits of them of which every part
 * is. A month is withheld by itself; the year's total is withheld beside it where a reader who subtracts the months that are
 * told would learn of those that are not. Nothing else is withheld in their stead: a month that was told yesterday could not
 * protect another today.
 * @param year null while it runs
 */
export function shieldYear(months: readonly PeriodFigures[], year: PeriodFigures | null, k: number): ToldPeriod[] {
  const all = year === null ? months : [...months, year];
  const profiles = [...new Set(all.flatMap(({ programmes }) => Object.keys(programmes)))].sort();
  const isTold = (month: PeriodFigures): boolean => isShielded([month.reports], k);
  const isSplitTold = (month: PeriodFigures, split: Split): boolean => isTold(month) && isShielded(split(month), k);
  const told = months.map((month) => {
    if (!isTold(month)) return withheld(month);
    return tell(month, profiles, (split) => isSplitTold(month, split));
  });
  if (year === null) return told;
  if (!isTold(year) || !totalKeeps(months, year, isTold, k)) return [...told, withheld(year)];
  const keeps = (split: Split): boolean =>
    isShielded(split(year), k) && splitKeeps(months, year, { split, isTold: isSplitTold, k });
  return [...told, tell(year, profiles, keeps)];
}

/** Who knows that no count is one that names somebody. */
function isShielded(parts: readonly number[], k: number): boolean {
  return parts.every((part) => part === 0 || part >= k);
}

/**
 * Months that are withheld have a report at least. What is left of the year for them must leave each of them anything from
 * one to k.
 */
function totalKeeps(
  months: readonly PeriodFigures[],
  year: PeriodFigures,
  isTold: (month: PeriodFigures) => boolean,
  k: number,
): boolean {
  const hidden = months.filter((month) => !isTold(month)).length;
  const left = year.reports - sum(months.filter(isTold).map(({ reports }) => reports));
  return hidden === 0 || (hidden >= 2 && left >= k + hidden - 1);
}

/**
 * The same of a split: what is left of each part is shared by two months at least, and is k at least. A part that the whole
 * year has none of is none in each month.
 */
function splitKeeps(
  months: readonly PeriodFigures[],
  year: PeriodFigures,
  { split, isTold, k }: { split: Split; isTold: (month: PeriodFigures, split: Split) => boolean; k: number },
): boolean {
  const told = months.filter((month) => isTold(month, split));
  const hidden = months.length - told.length;
  const left = split(year).map((part, at) => part - sum(told.map((month) => split(month)[at] ?? 0)));
  return hidden === 0 || (hidden >= 2 && left.every((part, at) => part >= k || split(year)[at] === 0));
}

const lateSplit: Split = ({ late, reports }) => [late, reports - late];
const splitOf =
  (profile: string): Split =>
  ({ programmes, reports }) => {
    const counts = programmes[profile];
    return counts ? STATUSES.map((status) => counts[status]) : [0, 0, 0, reports];
  };

function tell(figures: PeriodFigures, profiles: readonly string[], tells: (split: Split) => boolean): ToldPeriod {
  const { grain, period, asked, zero, missing, reports, late, medianDays, p90Days } = figures;
  const programmes = reports === 0 ? [] : profiles.map((profile) => programme(figures, profile, tells));
  return {
    ...{ grain, period, asked, zero, missing, reports, medianDays, p90Days, programmes },
    late: tells(lateSplit) ? late : null,
    answers: sharesOf(figures.answers),
  };
}

function programme(figures: PeriodFigures, profile: string, tells: (split: Split) => boolean): ToldProgramme {
  const split = splitOf(profile);
  const counts: readonly (number | undefined)[] = tells(split) ? split(figures) : [];
  const [complete = null, incomplete = null, notReportable = null, notBound = null] = counts;
  return { profile, complete, incomplete, notReportable, notBound };
}

/** How many of several ORIs were without force would say of the others that they had a report each. */
export function withheld({ grain, period, asked, zero, missing }: PeriodFigures): ToldPeriod {
  return {
    ...{ grain, period, asked, zero: asked > 1 ? null : zero, missing },
    ...{ reports: null, late: null, answers: null, medianDays: null, p90Days: null, programmes: [] },
  };
}

function sharesOf(answers: AnswerTotals): AnswerTotals | null {
  const { answered, pending, unknownFinal, notApplicable } = answers;
  const all = answered + pending + unknownFinal + notApplicable;
  if (all === 0) return null;
  const share = (count: number): number => Math.round((1000 * count) / all) / 10;
  return {
    answered: share(answered),
    pending: share(pending),
    unknownFinal: share(unknownFinal),
    notApplicable: share(notApplicable),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
