import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { membersOf, sse, subjectsIn } from '../../../../test/support/slow-groups.js';
import { lostVariance } from './grouped-values.js';
import { optimalGroups } from './optimal-groups.js';

/** Every way to part the rows into groups, whatever their order. */
function* partitions(rows: readonly number[]): Generator<number[][]> {
  const [first, ...others] = rows;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const parts of partitions(others)) {
    yield [[first], ...parts];
    for (const [at, part] of parts.entries()) yield [...parts.slice(0, at), [first, ...part], ...parts.slice(at + 1)];
  }
}

/** Every way to cut a list into runs. */
function* runs(rows: readonly number[]): Generator<number[][]> {
  if (rows.length === 0) yield [];
  for (let size = 1; size <= rows.length; size++)
    for (const rest of runs(rows.slice(size))) yield [rows.slice(0, size), ...rest];
}

function leastError(ways: Iterable<number[][]>, values: Float64Array, k: number, subject?: Int32Array): number {
  let least = Infinity;
  for (const groups of ways) {
    if (groups.some((rows) => subjectsIn(rows, subject) < k)) continue;
    least = Math.min(
      least,
      groups.reduce((sum, rows) => sum + sse(rows.map((row) => values[row]!)), 0),
    );
  }
  return least;
}

const numbers = (maxLength: number) =>
  fc.array(fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom(1e6, -1e6, 0.25)), { minLength: 1, maxLength });

describe('univariate groups', () => {
  it('lose no more than any grouping at all, every row its own subject', () => {
    fc.assert(
      fc.property(numbers(8), fc.integer({ min: 1, max: 4 }), (list, k) => {
        fc.pre(list.length >= k);
        const values = Float64Array.from(list);
        const found = optimalGroups(values, k);
        const members = membersOf(found);
        for (const rows of members) expect(rows.length).toBeGreaterThanOrEqual(k);
        const own = members.reduce((sum, rows) => sum + sse(rows.map((row) => values[row]!)), 0);
        const scale = 1e-9 * (1 + sse(list));
        expect(Math.abs(found.sse - own)).toBeLessThanOrEqual(scale);
        expect(Math.abs(own - leastError(partitions([...values.keys()]), values, k))).toBeLessThanOrEqual(scale);
        expect(Math.abs(found.sst - sse(list))).toBeLessThanOrEqual(scale);
      }),
      { numRuns: 250, seed: 20260411 },
    );
  });

  it('lose no more than any runs of the sorted numbers, subjects with several rows', () => {
    const seen = { refused: 0, shared: 0 };
    fc.assert(
      fc.property(
        numbers(11),
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.nat(6), { minLength: 11, maxLength: 11 }),
        (list, k, codes) => {
          const values = Float64Array.from(list);
          const subject = Int32Array.from(codes.slice(0, list.length));
          const order = [...values.keys()].sort((a, b) => values[a]! - values[b]! || a - b);
          if (new Set(subject).size < k) {
            expect(() => optimalGroups(values, k, subject)).toThrow(expect.objectContaining({ code: 'infeasible' }));
            seen.refused++;
            return;
          }
          const found = optimalGroups(values, k, subject);
          for (const rows of membersOf(found)) expect(subjectsIn(rows, subject)).toBeGreaterThanOrEqual(k);
          const truth = leastError(runs(order), values, k, subject);
          expect(Math.abs(found.sse - truth)).toBeLessThanOrEqual(1e-9 * (1 + sse(list)));
          if (new Set(subject).size < list.length) seen.shared++;
        },
      ),
      { numRuns: 600, seed: 20260412 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(30);
  });

  it('are found for 200,000 numbers in the time that n log n + n k takes', () => {
    const n = 200_000;
    const values = new Float64Array(n).map((_, row) => (row * 7919) % 104_729);
    const before = process.cpuUsage();
    const found = optimalGroups(values, 10);
    const { user } = process.cpuUsage(before);
    expect(found.groups).toBeGreaterThan(n / 20);
    expect(lostVariance(found)).toBeLessThan(1e-6);
    expect(user / 1e6).toBeLessThan(5);
  });
});
