import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PeriodFigures } from './period-figures.js';
import { shieldYear } from './shield-year.js';
import type { ToldPeriod } from './told-period.js';

const K = 5;
const answers = { answered: 90, pending: 5, unknownFinal: 5, notApplicable: 0 };

function figures(period: string, reports: number, late = 0, complete = reports): PeriodFigures {
  const statuses = { complete, incomplete: 0, notReportable: reports - complete, notBound: 0 };
  return {
    ...{ grain: period.length === 4 ? 'year' : 'month', period, asked: 1, zero: 0, missing: 0 },
    ...{ reports, late, answers, medianDays: 2, p90Days: 9 },
    programmes: reports === 0 ? {} : { fbi: statuses },
  };
}
const monthsOf = (counts: readonly (readonly [reports: number, late?: number, complete?: number])[]): PeriodFigures[] =>
  counts.map(([reports, late, complete], at) =>
    figures(`2025-${String(at + 1).padStart(2, '0')}`, reports, late, complete),
  );
function yearOf(months: readonly PeriodFigures[]): PeriodFigures {
  const sum = (of: (month: PeriodFigures) => number): number => months.reduce((all, month) => all + of(month), 0);
  return figures(
    '2025',
    sum(({ reports }) => reports),
    sum(({ late }) => late),
    sum(({ programmes }) => programmes['fbi']?.complete ?? 0),
  );
}
const told = (...counts: Parameters<typeof monthsOf>[0]): ToldPeriod[] =>
  shieldYear(monthsOf(counts), yearOf(monthsOf(counts)), K);
const reportsOf = (periods: readonly ToldPeriod[]) => periods.map(({ reports }) => reports);
const lateOf = (periods: readonly ToldPeriod[]) => periods.map(({ late }) => late);

/** What somebody knows of a withheld month who has the rest: the least and the most that it may be. */
interface Known {
  least: number;
  most: number;
}

/** Subtracts what is told of the months from what is told of the year. `most` of each month: what caps it besides. */
function attack(total: number, shown: number, hidden: readonly Known[]): Known[] {
  const left = total - shown;
  return hidden.map((one) => {
    const others = hidden.filter((other) => other !== one);
    const sum = (of: (known: Known) => number): number => others.reduce((all, other) => all + of(other), 0);
    return {
      least: Math.max(one.least, left - sum(({ most }) => most)),
      most: Math.min(one.most, left - sum(({ least }) => least)),
    };
  });
}

/** Every withheld number that is known more closely than by k. */
function giveaways(periods: readonly ToldPeriod[]): string[] {
  const year = periods.find(({ grain }) => grain === 'year');
  const months = periods.filter(({ grain }) => grain === 'month');
  if (typeof year?.reports !== 'number') return [];
  const shown = (of: (period: ToldPeriod) => number | null): number =>
    months.reduce((all, month) => all + (of(month) ?? 0), 0);
  const unknown = months.filter(({ reports }) => reports === null).map(() => ({ least: 1, most: Infinity }));
  const counts = attack(
    year.reports,
    shown(({ reports }) => reports),
    unknown,
  );
  const splits: [string, (period: ToldPeriod) => number | null][] = [
    ['late', ({ late }) => late],
    ['in time', ({ late, reports }) => (late === null ? null : (reports ?? 0) - late)],
    ['complete', ({ programmes, reports }) => (reports === 0 ? 0 : (programmes[0]?.complete ?? null))],
    ['not reportable', ({ programmes, reports }) => (reports === 0 ? 0 : (programmes[0]?.notReportable ?? null))],
  ];
  const ofSplits = splits.flatMap(([name, of]) => {
    const total = of(year);
    if (total === null || total === 0) return [];
    const left = (year.reports ?? 0) - shown(({ reports }) => reports);
    const hidden = months.filter((month) => of(month) === null);
    return attack(
      total,
      shown(of),
      hidden.map(({ reports }) => ({ least: 0, most: reports ?? left })),
    )
      .filter(({ least, most }) => most - least < K)
      .map(({ least, most }) => `${name} ${least}..${most}`);
  });
  return [
    ...counts.filter(({ least, most }) => least > 1 || most < K).map(({ least, most }) => `reports ${least}..${most}`),
    ...ofSplits,
  ];
}

describe('what is told of a department’s year', () => {
  it('withholds a month of few reports with all that follows from it, and tells one of none', () => {
    const [few, none] = shieldYear(monthsOf([[4, 1], [0]]), null, K);
    expect(few).toMatchObject({ reports: null, late: null, answers: null, medianDays: null, programmes: [] });
    expect(none).toMatchObject({ reports: 0, late: 0, programmes: [] });
  });

  it('tells how reports are split up whole or not at all', () => {
    expect(
      lateOf(
        shieldYear(
          monthsOf([
            [20, 6],
            [20, 1],
            [20, 19],
            [20, 0],
            [20, 20],
          ]),
          null,
          K,
        ),
      ),
    ).toEqual([...[6, null, null, 0, 20]]);
    const [month] = shieldYear(monthsOf([[20, 6, 18]]), null, K);
    expect(month?.programmes).toEqual([
      { profile: 'fbi', complete: null, incomplete: null, notReportable: null, notBound: null },
    ]);
  });

  it('withholds the year where one month is withheld, since the rest would be it', () => {
    expect(reportsOf(told([20], [3], [30]))).toEqual([20, null, 30, null]);
  });

  it('withholds the year where the months that are withheld are so few that each would be known nearly', () => {
    expect(reportsOf(told([20], [1], [1]))).toEqual([20, null, null, null]);
    expect(reportsOf(told([20], [3], [2]))).toEqual([20, null, null, null]);
    expect(reportsOf(told([20], [3], [3]))).toEqual([20, null, null, 26]);
  });

  it('withholds a split of the year that would give a month’s away', () => {
    expect(lateOf(told([20, 6], [20, 1]))).toEqual([6, null, null]);
    expect(lateOf(told([20, 6], [20, 1], [20, 4]))).toEqual([6, null, null, 11]);
    expect(lateOf(told([20, 0], [3, 0], [4, 0]))).toEqual([0, null, null, 0]);
  });

  it('how many of several ORIs were without force is withheld with the reports of the others', () => {
    const months = monthsOf([[3]]).map((month) => ({ ...month, asked: 4, zero: 1 }));
    expect(shieldYear(months, null, K)[0]).toMatchObject({ asked: 4, zero: null, missing: 0 });
  });

  const year = fc.array(
    fc
      .record({ reports: fc.oneof(fc.nat(9), fc.nat(60)), late: fc.nat(60), complete: fc.nat(60) })
      .map(({ reports, late, complete }): [number, number, number] => [
        reports,
        Math.min(late, reports),
        Math.min(complete, reports),
      ]),
    { minLength: 1, maxLength: 12 },
  );

  it('lets nobody who subtracts know a withheld number more closely than by k', () => {
    fc.assert(
      fc.property(year, (counts) => {
        expect(giveaways(told(...counts))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('would be found out if it told every total that is k at least (planted)', () => {
    const planted = (...counts: Parameters<typeof monthsOf>[0]): ToldPeriod[] => {
      const { reports, late } = yearOf(monthsOf(counts));
      return told(...counts).map((period) => (period.grain === 'year' ? { ...period, reports, late } : period));
    };
    expect(giveaways(planted([20], [3], [30]))).toEqual(['reports 3..3', 'in time 3..3']);
    expect(giveaways(planted([20, 6], [20, 1]))).toEqual(['late 1..1', 'in time 19..19']);
    const found = fc
      .sample(year, { numRuns: 200, seed: 7 })
      .filter((counts) => giveaways(planted(...counts)).length > 0);
    expect(found.length).toBeGreaterThan(20);
  });
});
