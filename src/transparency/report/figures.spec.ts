import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomReportInput } from '../../../test/support/random-report-input.js';
import { slowClasses, slowDistance, slowRows, slowShows, type SlowRow } from '../../../test/support/slow-report.js';
import { evaluator, table } from '../anonymize/index.js';
import { columnLoss } from './column-loss.js';
import { groupColumns } from './group-column.js';
import { groupCounts } from './group-counts.js';
import { marginDistance } from './margin-distance.js';
import { classSizes } from './published-classes.js';
import type { QuasiIdentifierInput, ReportInput } from './report-input.js';
import { reportTotals } from './report-totals.js';
import { ReportUnits } from './report-units.js';

const always = (check: (input: ReportInput, rows: SlowRow[], units: ReportUnits) => void): void => {
  fc.assert(
    fc.property(randomReportInput, (input) => {
      check(input, slowRows(input), new ReportUnits(input));
    }),
    { numRuns: 300, seed: 12 },
  );
};
const subjects = (rows: readonly SlowRow[]): number => new Set(rows.map(({ subject }) => subject)).size;
const units = (rows: readonly SlowRow[]): number => new Set(rows.map(({ unit }) => unit)).size;
const quasiIdentifiers = ({ columns }: ReportInput) =>
  columns.filter((column): column is QuasiIdentifierInput => column.role === 'quasi-identifier');

describe('the figures, against the same worked out slowly row by row', () => {
  it('rows, units and subjects of record, file and what was left out', () => {
    always((input, rows, of) => {
      const expected = (some: SlowRow[]) => ({ rows: some.length, units: units(some), subjects: subjects(some) });
      const { unitsOfRounds, ...totals } = reportTotals(of, input.rounds.length);
      expect(totals).toEqual({
        input: expected(rows),
        published: expected(rows.filter(({ round }) => round > 0)),
        suppressed: expected(rows.filter(({ round }) => round === 0)),
      });
      expect(unitsOfRounds).toEqual(input.rounds.map((_, at) => units(rows.filter(({ round }) => round === at + 1))));
    });
  });

  it('subjects by group: shown, left out, and all', () => {
    always((input, rows, of) => {
      for (const grouped of groupColumns(input).filter(({ isShown }) => isShown)) {
        const { name } = grouped.column;
        const { published, suppressed, all } = groupCounts(grouped, of);
        grouped.labels.forEach((label, group) => {
          const there = rows.filter((row) => row.grouped[name] === label);
          const shown = there.filter(({ round }) => round > 0 && slowShows(input, name, round));
          expect([published[group], suppressed[group], all[group]]).toEqual([
            subjects(shown),
            subjects(there.filter(({ round }) => round === 0)),
            subjects(there),
          ]);
        });
      }
    });
  });

  it('distances of all one- and two-way margins', () => {
    always((input, rows, of) => {
      const grouped = groupColumns(input).filter(({ isShown }) => isShown);
      for (const one of grouped)
        for (const other of grouped) {
          const columns = one === other ? ([one] as const) : ([one, other] as const);
          const names = columns.map(({ column }) => column.name);
          expect(marginDistance([...columns], of)).toBeCloseTo(slowDistance(rows, input, names), 9);
        }
    });
  });

  it('subjects of every class, as the file’s words read', () => {
    always((input, rows, of) => {
      const names = quasiIdentifiers(input).map(({ name }) => name);
      expect([...classSizes(input, of)]).toEqual(slowClasses(rows, names));
    });
  });

  it('rows of two rounds are one class when they read alike', () => {
    const lines = [
      ['unknown', 'unknown'],
      ['a', 'ab'],
      ['b', 'ab'],
    ];
    const hierarchy = table(
      'h',
      lines.map((line) => [...line, '*']),
    );
    const column = { role: 'quasi-identifier', name: 'h', title: 'H', levels: [], hierarchy } as const;
    const input: ReportInput = {
      release: { dataset: 'd', title: 'D', version: '1', unitWord: 'case' },
      k: 1,
      rows: 5,
      copies: Int32Array.of(3, 4, 5, 6, 7),
      round: Uint8Array.of(1, 2, 1, 2, 2),
      rounds: [[0], [1]],
      columns: [{ ...column, codes: Int32Array.of(0, 0, 1, 1, 2) }],
    };
    expect([...classSizes(input, new ReportUnits(input))]).toEqual([5, 7, 13]); // a; unknown of both rounds; ab
  });

  it('entropy, domain and height, as the engine has them in a release of one round', () => {
    always((input, _, of) => {
      const plain: ReportInput = { ...input, rounds: input.rounds.slice(0, 1), round: input.round.map(() => 1) };
      const whole = new ReportUnits({ ...plain, copies: new Int32Array(of.count).fill(1) });
      const totals = reportTotals(whole, 1);
      const levels = plain.rounds[0]!;
      quasiIdentifiers(plain).forEach((column, at) => {
        const loss = columnLoss(column, [levels[at]!], whole, totals);
        const engine = (name: 'entropy' | 'loss' | 'precision', level: number): number => {
          const problem = { rows: plain.rows, quasiIdentifiers: [column], k: 1, suppressionLimit: 1 };
          const aggregate = 'sum' as const;
          return evaluator({ ...problem, metric: { name, aggregate } })([level]).lossVector[0]!;
        };
        const top = engine('entropy', column.hierarchy.levels.length - 1);
        expect(loss.entropy).toBeCloseTo(top === 0 ? 0 : engine('entropy', levels[at]!) / top, 7);
        expect(loss.domain).toBeCloseTo(engine('loss', levels[at]!), 7);
        expect(loss.height).toBeCloseTo(engine('precision', levels[at]!), 7);
      });
    });
  });

  it('what is left out counts as lost whole, but in entropy', () => {
    always((input, _, of) => {
      const gone = new ReportUnits({ ...input, round: input.round.map(() => 0) });
      const totals = reportTotals(gone, input.rounds.length);
      quasiIdentifiers(input).forEach((column, at) => {
        const { domain, height } = columnLoss(
          column,
          input.rounds.map((levels) => levels[at]!),
          gone,
          totals,
        );
        expect([domain, height]).toEqual([column.hierarchy.levels[0]!.codes.length === 1 ? 0 : expect.closeTo(1), 1]);
      });
      expect(of.count).toBe(gone.count);
    });
  });
});
