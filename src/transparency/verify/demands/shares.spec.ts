import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leastDistance } from './distances.js';
import { possibleShares } from './shares.js';

const attribute = 'finding';

describe('shares rounded to four decimals', () => {
  const input = fc.record({
    counts: fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 2, maxLength: 6 }),
    published: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
    cell: fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 6, maxLength: 6 }),
  });
  const kinds = ['equal', 'hierarchical', 'ordered'] as const;

  it('leave the true input possible, and never make a class look farther than it is', () => {
    let doubted = 0;
    fc.assert(
      fc.property(input, fc.constantFrom(...kinds), ({ counts, published, cell }, distance) => {
        const rows = counts.reduce((sum, count) => sum + count, 0);
        const values = counts.map((_, i) => `v${i}`);
        const rounded = Object.fromEntries(counts.map((n, i) => [values[i]!, Math.round((n / rows) * 1e4) / 1e4]));
        const seen = new Map(counts.map((n, i) => [values[i]!, Math.floor(n * published[i]!)]));
        const possible = possibleShares(rounded, seen, rows)!;
        for (const [i, n] of counts.entries()) {
          expect(possible.least[i]! * rows).toBeLessThanOrEqual(n + 1e-6);
          expect(possible.most[i]! * rows).toBeGreaterThanOrEqual(n - 1e-6);
          if (rows < 10_000) expect(possible.doubt[i]).toBe(0);
        }
        const truth = {
          ...possible,
          share: Float64Array.from(counts, (n) => n / rows),
          doubt: new Float64Array(counts.length),
        };
        const hierarchy = values.map((value, i) => [value, i % 2 === 0 ? 'even' : 'odd', '*']);
        const demand = {
          type: 't-closeness',
          attribute,
          t: 0,
          distance,
          overall: rounded,
          hierarchy,
          order: values,
        } as const;
        const all = cell.slice(0, counts.length).reduce((sum, n) => sum + n, 1);
        const shares = Float64Array.from(counts, (_, i) => (cell[i]! + (i === 0 ? 1 : 0)) / all);
        const exact = leastDistance(demand, truth)(shares);
        const least = leastDistance(demand, possible)(shares);
        expect(least).toBeLessThanOrEqual(exact + 1e-12);
        expect(least).toBeGreaterThan(exact - 0.0001 * counts.length);
        doubted += Number(least < exact - 1e-9);
      }),
      { numRuns: 1500, seed: 20260312 },
    );
    expect(doubted).toBeGreaterThan(100);
  });
});
