import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SizeModel } from '../privacy-model.js';
import { greatestRisky, leastSuppressed } from './least-suppressed.js';
import { suppressSmallest } from './suppress-smallest.js';

const model = (type: SizeModel['type'], threshold: number): SizeModel => ({ type, threshold });
const classes = (...rows: number[]) => ({
  ids: rows.length,
  rows: Int32Array.from([...rows, 99]),
  kept: Uint8Array.from([...rows.map((size) => Number(size > 0)), 1]),
});

/** Whether the model holds of published classes of these sizes. */
const holds = ({ type, threshold }: SizeModel, sizes: readonly number[]): boolean => {
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  const risky = type === 'uniqueness' ? sizes.filter((size) => size === 1).length : sizes.length;
  return rows === 0 || risky / rows <= threshold;
};
/** The sizes that are left when the smallest `gone` classes go. */
const without = (sizes: readonly number[], gone: number): number[] =>
  sizes
    .filter((size) => size > 0)
    .sort((a, b) => a - b)
    .slice(gone);

describe('the smallest classes go until a model of sizes holds', () => {
  it('the fewest of them, and no row more', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('average-risk' as const, 'uniqueness' as const),
        fc.constantFrom(0, 0.05, 0.2, 0.35, 0.5, 1),
        fc.array(fc.nat(6), { maxLength: 12 }),
        (type, threshold, sizes) => {
          const asked = model(type, threshold);
          const given = classes(...sizes);
          suppressSmallest(asked, given, null);
          const left = sizes.filter((_, id) => given.kept[id] === 1);
          expect(given.kept[sizes.length]).toBe(1);
          const risky = Math.min(Math.max(0, ...sizes), type === 'uniqueness' ? 1 : Math.floor(1 / threshold));
          const gone = sizes.filter((size) => size > 0).length - left.length;
          expect(left.sort((a, b) => a - b)).toEqual(without(sizes, gone));
          // Either it holds, or all whose going helps are gone; and with one fewer gone it did not hold.
          if (!holds(asked, left)) expect(left.every((size) => size > risky)).toBe(true);
          if (gone > 0) expect(holds(asked, without(sizes, gone - 1))).toBe(false);
          const least = leastSuppressed(asked, classes(...sizes));
          const rows = sizes.reduce((sum, size) => sum + size, 0);
          if (holds(asked, left))
            expect(least).toBeLessThanOrEqual(rows - left.reduce((sum, size) => sum + size, 0) + 1e-9);
        },
      ),
      { numRuns: 500, seed: 20261127 },
    );
  });

  it('of equal ones those that say most, then those that come first', () => {
    const given = classes(1, 1, 1, 4);
    suppressSmallest(model('average-risk', 0.4), given, Float64Array.of(0.5, 0.2, 0.5, 0));
    expect([...given.kept]).toEqual([0, 0, 1, 1, 1]);
    const tied = classes(1, 1, 1, 7);
    suppressSmallest(model('uniqueness', 0.2), tied, Float64Array.of(0.3, 0.3, 0.1, 0));
    expect([...tied.kept]).toEqual([0, 1, 0, 1, 1]);
  });

  it('counts only what is still published', () => {
    const given = classes(1, 1, 8);
    given.kept.set([0, 0, 1]);
    suppressSmallest(model('uniqueness', 0), given, null);
    expect([...given.kept]).toEqual([0, 0, 1, 1]);
    const rest = classes(1, 2, 8);
    rest.kept.set([0, 1, 1]);
    suppressSmallest(model('average-risk', 0.15), rest, null);
    expect([...rest.kept]).toEqual([0, 0, 1, 1]);
  });
});

describe('the rows that must go at least', () => {
  it.each<[SizeModel, number[], number]>([
    [model('uniqueness', 0), [1, 1, 5], 2],
    [model('uniqueness', 0), [2, 5], 0],
    [model('uniqueness', 0.1), [1, 1, 8], 10 / 9],
    [model('uniqueness', 0.5), [1, 1, 0, 2], 0],
    [model('average-risk', 0.5), [1, 3], 0],
    [model('average-risk', 0.5), [1, 1, 2], 2],
    [model('average-risk', 0.25), [1, 2, 9], 0],
    [model('average-risk', 0.2), [1, 2, 9], 0.75],
    [model('average-risk', 0.1), [1, 2, 9], 12],
    [model('average-risk', 0.2), [1, 2, 2, 5], 5],
    [model('average-risk', 0.1), [2, 2], 4],
    [model('average-risk', 0), [4, 4], 8],
    [model('average-risk', 0.5), [], 0],
  ])('for %j of %j: %d', (asked, sizes, least) => {
    expect(leastSuppressed(asked, classes(...sizes))).toBeCloseTo(least, 9);
  });

  it.each<[SizeModel, number[], number]>([
    [model('uniqueness', 0.1), [4, 9], 1],
    [model('average-risk', 0.3), [4, 9], 3],
    [model('average-risk', 0.3), [2, 1], 2],
    [model('average-risk', 0), [2, 7, 1], 7],
  ])('come from classes of no more than: %j of %j: %d', (asked, sizes, greatest) => {
    expect(greatestRisky(asked, classes(...sizes))).toBe(greatest);
  });
});
