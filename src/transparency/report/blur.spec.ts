import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FILE, smallRelease, trueDistances } from '../../../test/support/small-release.js';
import { table } from '../anonymize/index.js';
import { blurFor, secureRandom } from './blur.js';
import { columnLoss } from './column-loss.js';
import { utilityReport } from './index.js';
import { reportTotals } from './report-totals.js';
import { ReportUnits } from './report-units.js';

const person = fc.tuple(fc.nat(2), fc.nat(1), fc.constant(0), fc.constant(1));

describe('the noise', () => {
  it('is measured by what one left-out person moves: a distance by no more than one part of the rows', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 8 }), person, person, (others, one, other) => {
        const [here, there] = [one, other].map((last) => trueDistances(smallRelease(FILE, [...others, last])));
        const moved = here!.map((distance, at) => Math.abs(distance - there![at]!));
        expect(Math.max(...moved)).toBeLessThanOrEqual(1 / (35 + others.length + 1) + 1e-12);
      }),
      { seed: 4 },
    );
  });

  it('moves the share of entropy by no more than its factor', () => {
    const base = fc.nat(5);
    const words = ['a', 'b', 'c', 'd', 'e', 'f'];
    const hierarchy = table(
      'h',
      words.map((word, at) => [word, at < 2 ? 'ab' : at < 4 ? 'cd' : 'ef', '*']),
    );
    fc.assert(
      fc.property(fc.array(base, { minLength: 20, maxLength: 60 }), base, (values, other) => {
        const [here, there] = [values, [other, ...values.slice(1)]].map((codes) => {
          const column = {
            role: 'quasi-identifier',
            name: 'h',
            title: 'H',
            levels: [],
            hierarchy,
            codes: Int32Array.from(codes),
          } as const;
          const input = {
            ...smallRelease(FILE, []),
            rows: codes.length,
            round: new Uint8Array(codes.length).fill(1),
            columns: [column],
          };
          const units = new ReportUnits({ ...input, copies: new Int32Array(codes.length).fill(1) });
          return columnLoss(column, [1], units, reportTotals(units, 1));
        });
        const factor = Math.max(here!.entropyFactor, there!.entropyFactor);
        expect(Math.abs(here!.entropy - there!.entropy)).toBeLessThanOrEqual(factor / values.length);
      }),
      { seed: 4, numRuns: 2000 },
    );
  });

  it('is as wide as it says, on both sides of the truth', () => {
    const { blurred, width } = blurFor({ k: 11, numbers: 40, influence: 1 / 80_000 }, secureRandom)!;
    const errors = Array.from({ length: 4000 }, () => blurred(0.5) - 0.5);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(width).toBe(0.0005);
    expect(Math.abs(mean(errors))).toBeLessThan(0.1 * width);
    expect(mean(errors.map(Math.abs)) / width).toBeCloseTo(1, 0);
  });

  it('swallows what a small file could say', () => {
    expect(blurFor({ k: 5, numbers: 10, influence: 1 / 100 }, secureRandom)).toBeNull();
    expect(
      utilityReport(smallRelease(FILE.slice(0, 2), [[2, 1, 0, 4]])).margins.two.map(({ distance }) => distance),
    ).toEqual([null, null, null]);
  });
});
