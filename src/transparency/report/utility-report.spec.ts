import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomReportInput } from '../../../test/support/random-report-input.js';
import { slowDistance, slowRows, type SlowRow } from '../../../test/support/slow-report.js';
import { FILE, smallRelease } from '../../../test/support/small-release.js';
import { groupColumns } from './group-column.js';
import { utilityReport, type CountRange, type ReportInput } from './index.js';

const within = ({ least, most }: CountRange, value: number): boolean => least <= value && value <= most;
const subjects = (rows: readonly SlowRow[]): number => new Set(rows.map(({ subject }) => subject)).size;
const refusal = (input: ReportInput): unknown => {
  try {
    return utilityReport(input);
  } catch (error) {
    return error;
  }
};

describe('a utility report', () => {
  it('tells ranges that hold the truth, of named groups and of all others', () => {
    fc.assert(
      fc.property(randomReportInput, (input) => {
        const gone = slowRows(input).filter(({ round }) => round === 0);
        for (const { name, isShown } of groupColumns(input).map((g) => ({ ...g, name: g.column.name }))) {
          const { groups, other } = utilityReport(input).suppression.find((column) => column.name === name)!;
          if (!isShown || other === null) continue;
          const named = new Set(groups.map(({ label }) => label));
          for (const { label, suppressed, share } of groups) {
            expect(within(suppressed, subjects(gone.filter(({ grouped }) => grouped[name] === label)))).toBe(true);
            expect(share.least).toBeLessThanOrEqual(share.most);
          }
          const rest = subjects(gone.filter(({ grouped }) => !named.has(grouped[name]!)));
          expect(within(other.suppressed, rest)).toBe(true);
        }
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it('tells distances that are true but for their blur, and the same again for the same random numbers', () => {
    const input = smallRelease(
      FILE.map(([race, finding, place, count]) => [race, finding, place, 1000 * count]),
      [
        [1, 0, 0, 900],
        [2, 1, 0, 800],
      ],
      { k: 5 },
    );
    const report = utilityReport({ ...input, random: () => 0.5 });
    const rows = slowRows(input);
    for (const { columns, distance } of [...report.margins.one, ...report.margins.two]) {
      const shown = columns.filter((name) => name !== 'place');
      const truth = shown.length === 0 ? 0 : slowDistance(rows, input, shown);
      expect(Math.abs(distance! - truth)).toBeLessThanOrEqual(report.margins.blur! / 2 + 1e-9);
    }
    expect(utilityReport({ ...input, random: () => 0.5 })).toEqual(report);
    expect(utilityReport({ ...input, random: () => 0.01 }).margins).not.toEqual(report.margins);
  });

  it('tells nothing by column of fewer than k people left out, nor of a round that gave back fewer', () => {
    const one = utilityReport(smallRelease(FILE, [[2, 1, 0, 1]]));
    expect(one.suppressed).toMatchObject({ units: 1, subjects: null });
    expect(one.suppression.map(({ groups, other, asOf }) => [groups, other, asOf.suppressed])).toEqual(
      one.suppression.map(() => [[], null, 0]),
    );
    const alike = smallRelease(FILE, [[0, 1, 0, 1]], {
      rounds: [
        [0, 1],
        [0, 1],
      ],
    });
    const joined = utilityReport({ ...alike, round: alike.round.map((at) => (at === 1 ? 1 : 2)) });
    expect(joined.rounds.map(({ units }) => units)).toEqual([null, null]);
    const rounds = [
      [0, 1],
      [1, 1],
    ];
    const given = smallRelease(FILE, [[2, 1, 0, 5]], { rounds });
    const back = utilityReport({ ...given, round: given.round.map((at) => (at === 1 ? 1 : 2)) });
    expect(back.rounds.map(({ units }) => units)).toEqual([35, 5]);
    expect(back.suppression.find(({ name }) => name === 'race')!.coarserUnits).toBe(5);
  });

  it.each<[string, Partial<ReportInput>, object]>([
    ['a published class is smaller than k', { k: 16 }, { code: 'report-class-below-k' }],
    [
      'rounds do not fit',
      { rounds: [[0, 5]] },
      { code: 'report-input-malformed', message: expect.stringMatching(/levels 0, 5/) },
    ],
    ['a unit has no fate', { round: new Uint8Array(2) }, { code: 'report-input-malformed' }],
    ['a unit stands for nobody', { copies: new Int32Array(4) }, { code: 'report-input-malformed' }],
    ['k is not a number of people', { k: 0.5 }, { code: 'report-input-malformed' }],
    ['rows name units that are not there', { unit: Int32Array.of(0, 1, 2, 9) }, { code: 'report-input-malformed' }],
    ['subjects and copies are given', { subject: new Int32Array(4) }, { code: 'report-input-malformed' }],
  ])('is refused when %s', (_, change, error) => {
    expect(refusal({ ...smallRelease(FILE, []), ...change })).toMatchObject(error);
  });

  it('is refused when a code is none of its column’s values, which it names', () => {
    const input = smallRelease(FILE, []);
    const [race, ...others] = input.columns;
    const columns = [{ ...race!, codes: Int32Array.of(0, 0, 7, 0) }, ...others];
    expect(refusal({ ...input, columns })).toMatchObject({
      code: 'report-input-malformed',
      message: 'column "race" has a code that is none of its 3 values',
    });
  });
});
