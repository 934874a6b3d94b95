import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { collapse } from './base.js';
import { table, type Problem } from './index.js';
import { SmallClasses } from './small-classes.js';

/** Columns of 1 … 40 values in groups of four: up to 40⁴ keys, far more than have a cell of their own. */
const problems = fc
  .record({
    rows: fc.integer({ min: 1, max: 400 }),
    domains: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }),
    skew: fc.integer({ min: 1, max: 6 }),
    seed: fc.nat(2 ** 30),
    copies: fc.boolean(),
  })
  .map(({ rows, domains, skew, seed, copies }): Problem => {
    let state = seed;
    const draw = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    return {
      rows,
      k: 1,
      suppressionLimit: 0,
      ...(copies ? { copies: Int32Array.from({ length: rows }, () => 1 + Math.floor(draw() * 300)) } : {}),
      quasiIdentifiers: domains.map((domain, j) => ({
        name: `q${j}`,
        hierarchy: table(
          `q${j}`,
          Array.from({ length: domain }, (_, i) => [`v${i}`, `g${Math.floor(i / 4)}`, '*']),
        ),
        codes: Int32Array.from({ length: rows }, () => Math.floor(domain * draw() ** skew)),
      })),
    };
  });

function inSmallClasses(
  { rows, quasiIdentifiers, copies }: Problem,
  levels: readonly number[],
  least: number,
): number[] {
  const sizes = new Map<string, number>();
  const keys = Array.from({ length: rows }, (_, row) =>
    quasiIdentifiers.map(({ hierarchy, codes }, j) => hierarchy.levels[levels[j]!]!.codes[codes[row]!]).join(),
  );
  for (const [row, key] of keys.entries()) sizes.set(key, (sizes.get(key) ?? 0) + (copies?.[row] ?? 1));
  return keys.flatMap((key, row) => (sizes.get(key)! < least ? [copies?.[row] ?? 1] : []));
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, n) => all + n, 0);

describe('units in small classes', () => {
  it('are counted exactly, or not above what they are, and hidden accordingly', () => {
    const seen = { exact: 0, shared: 0, told: 0 };
    fc.assert(
      fc.property(problems, fc.constantFrom(2, 5, 11, 300), (problem, least) => {
        const root = collapse(problem);
        const small = new SmallClasses(least, root.tuples);
        const columns = problem.quasiIdentifiers;
        for (const levels of [0, 1, 2].map((level) =>
          columns.map(({ hierarchy: h }) => Math.min(level, h.levels.length - 1)),
        )) {
          const { units, exact } = small.count(root, levels);
          const truth = sum(inSmallClasses(problem, levels, least));
          if (exact) expect(units).toBe(truth);
          else expect(units).toBeLessThanOrEqual(truth);
          const hidden = small.hidden(root, units);
          for (const counts of hidden.byColumn) expect(sum(counts)).toBe(units);
          if (exact) seen.exact++;
          else seen.shared++;
          if (!exact && units > truth / 2) seen.told++;
        }
      }),
      { numRuns: 400, seed: 20260340 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
  });
});
