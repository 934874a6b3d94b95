import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { frozenShares, toldShares, toldSuppressed } from './told-totals.js';

describe('what a release of a series tells of those who are not in it', () => {
  it('is the same whoever of a step is there: all that are told make whole steps', () => {
    const told = (absent: number) =>
      toldSuppressed({ units: 93, rows: 120 }, { units: absent, rows: absent }, 20).units;
    expect([27, 28, 46, 47].map(told)).toEqual([27, 27, 27, 47]);
  });

  it('is nothing while they are fewer than the next step', () => {
    expect(toldSuppressed({ units: 93, rows: 120 }, { units: 6, rows: 9 }, 20)).toEqual({ units: 0, rows: 0 });
  });

  it('has the shares that the epoch froze, as near as whole rows of the told input and the file allow', () => {
    const counts = fc.array(fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 50 })), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(counts, fc.nat(99), (drawn, more) => {
        const uses = new Map(drawn.map(([count], at) => [`word ${at}`, count]));
        const all = new Map(drawn.map(([, count], at) => [`word ${at}`, count]));
        const rows = drawn.reduce((sum, [count]) => sum + count, 0) + more;
        if (rows === 0) return;
        const told = [...toldShares(uses, rows, frozenShares(all, 1))].map(
          ([word, share]) => [word, share * rows] as const,
        );
        expect(told.reduce((sum, [, count]) => sum + count, 0)).toBeCloseTo(rows, 6);
        for (const [word, count] of told) {
          expect(Math.abs(count - Math.round(count))).toBeLessThan(1e-6);
          expect(count).toBeGreaterThanOrEqual(uses.get(word)! - 1e-6);
        }
      }),
    );
  });

  it('is the frozen shares themselves where the file leaves room', () => {
    const told = toldShares(
      new Map([
        ['a', 10],
        ['b', 5],
      ]),
      100,
      { a: 0.4, b: 0.4, c: 0.2 },
    );
    expect([...told]).toEqual([
      ['a', 0.4],
      ['b', 0.4],
      ['c', 0.2],
    ]);
  });

  it('freezes shares in whole steps, in which one row more or less does not show', () => {
    const shares = (a: number) =>
      frozenShares(
        new Map([
          ['a', a],
          ['b', 200 - a],
        ]),
        20,
      );
    expect(shares(95)).toEqual(shares(96));
  });
});
