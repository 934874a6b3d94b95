import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toldShares, toldSuppressed } from './told-totals.js';

describe('what a release of a series tells of those who are not in it', () => {
  it('is the same whoever of a step is there: all that are told make whole steps', () => {
    const told = (absent: number) =>
      toldSuppressed({ units: 93, rows: 120 }, { units: absent, rows: absent }, 20).units;
    expect([27, 28, 46, 47].map(told)).toEqual([27, 27, 27, 47]);
  });

  it('is nothing while they are fewer than the next step', () => {
    expect(toldSuppressed({ units: 93, rows: 120 }, { units: 6, rows: 9 }, 20)).toEqual({ units: 0, rows: 0 });
  });

  it('has the shares of the file, in whole rows of the told input', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 }),
        fc.nat(99),
        (counts, more) => {
          const uses = new Map(counts.map((count, at) => [`word ${at}`, count]));
          const rows = counts.reduce((sum, count) => sum + count, 0) + more;
          const told = [...toldShares(uses, rows)].map(([word, share]) => [word, share * rows] as const);
          expect(told.reduce((sum, [, count]) => sum + count, 0)).toBeCloseTo(rows, 6);
          for (const [word, count] of told) {
            expect(Math.abs(count - Math.round(count))).toBeLessThan(1e-6);
            expect(count).toBeGreaterThanOrEqual(uses.get(word)! - 1e-6);
          }
        },
      ),
    );
  });
});
