import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aggregatedColumn } from './aggregated-column.js';
import { lostVariance, type GroupedValues } from './grouped-values.js';
import { nearbyGroups } from './nearby-groups.js';
import { optimalGroups } from './optimal-groups.js';

const sse = (numbers: readonly number[]): number => {
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  return numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0);
};

/** The groups of rows, by the definition. */
function membersOf({ groupOf, groups }: GroupedValues): number[][] {
  return Array.from({ length: groups }, (_, group) => [...groupOf.keys()].filter((row) => groupOf[row] === group));
}

const subjectsIn = (rows: readonly number[], subject?: Int32Array): number =>
  new Set(rows.map((row) => subject?.[row] ?? row)).size;

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

describe('groups over several columns', () => {
  it('have at least k distinct subjects each, and every row is in one', () => {
    const seen = { shared: 0, many: 0 };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 3 }), fc.nat(20)), {
          minLength: 1,
          maxLength: 60,
        }),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        (rows, k, own) => {
          const columns = [0, 1].map((j) => Float64Array.from(rows, (row) => row[j]!));
          const subject = own ? undefined : Int32Array.from(rows, ([, , code]) => code);
          const all = subjectsIn([...rows.keys()], subject);
          if (all < k) {
            expect(() => nearbyGroups(columns, k, subject)).toThrow(expect.objectContaining({ code: 'infeasible' }));
            return;
          }
          const found = nearbyGroups(columns, k, subject);
          const members = membersOf(found);
          for (const group of members) expect(subjectsIn(group, subject)).toBeGreaterThanOrEqual(k);
          if (own) for (const group of members) expect(group.length).toBeLessThanOrEqual(2 * k - 1);
          expect([...found.groupOf].every((group) => group >= 0 && group < found.groups)).toBe(true);
          expect(found.sse).toBeLessThanOrEqual(found.sst + 1e-9);
          if (!own && all < rows.length) seen.shared++;
          if (found.groups > 3) seen.many++;
        },
      ),
      { numRuns: 500, seed: 20260413 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
  });

  it('find clusters that lie apart', () => {
    const x = Float64Array.of(0, 100, 1, 101, 0, 100, 50, 51, 50);
    const y = Float64Array.of(0, 0, 1, 1, 1, 1, 90, 91, 90);
    expect(membersOf(nearbyGroups([x, y], 3)).sort()).toEqual([
      [0, 2, 4],
      [1, 3, 5],
      [6, 7, 8],
    ]);
  });

  it('on one column lose at least what the optimum loses', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 6, maxLength: 40 }), (list) => {
        const values = Float64Array.from(list);
        expect(lostVariance(nearbyGroups([values], 3))).toBeGreaterThanOrEqual(
          lostVariance(optimalGroups(values, 3)) - 1e-9,
        );
      }),
      { numRuns: 200, seed: 20260414 },
    );
  });
});

describe('a column of days that a case took', () => {
  const days = Float64Array.of(3, 5, 4, 90, 100, 95);
  it.each([
    ['mean', ['4', '95']],
    ['median', ['4', '95']],
    ['interval', ['3 to 5', '90 to 100']],
  ] as const)('reads as the %s of its group', (word, expected) => {
    const { codes, words, lost } = aggregatedColumn('days', days, { k: 3, word });
    expect([...new Set(Array.from(codes, (code) => words[code]!))]).toEqual(expected);
    expect(lost).toBeCloseTo((2 + 50) / sse([...days]), 12);
  });

  it('says unknown for those without, when they are k', () => {
    const values = Float64Array.of(3, 5, NaN, NaN);
    const { codes, words } = aggregatedColumn('days', values, { k: 2, decimals: 1 });
    expect(Array.from(codes, (code) => words[code])).toEqual(['4.0', '4.0', 'unknown', 'unknown']);
  });

  it('is refused when those without are fewer than k: their being without would tell them', () => {
    expect(() => aggregatedColumn('days', Float64Array.of(3, 5, 6, NaN), { k: 2 })).toThrow(
      'only 1 subjects have no "days"',
    );
  });

  it('counts people: three cases of one person are one', () => {
    const subject = Int32Array.of(1, 1, 1, 2, 3, 4);
    const { codes } = aggregatedColumn('days', days, { k: 3, subject });
    expect(new Set(codes).size).toBe(1);
  });

  it('shows each word for at least k subjects, whatever the numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constant(NaN)), fc.nat(9)), {
          minLength: 1,
          maxLength: 40,
        }),
        fc.constantFrom('mean' as const, 'median' as const, 'interval' as const),
        (rows, word) => {
          const values = Float64Array.from(rows, ([value]) => value);
          const subject = Int32Array.from(rows, ([, code]) => code);
          let found;
          try {
            found = aggregatedColumn('days', values, { k: 3, word, subject });
          } catch (error) {
            expect(error).toMatchObject({ code: 'infeasible' });
            return;
          }
          const { codes } = found;
          for (const code of new Set(codes))
            expect(
              subjectsIn(
                [...codes.keys()].filter((row) => codes[row] === code),
                subject,
              ),
            ).toBeGreaterThanOrEqual(3);
        },
      ),
      { numRuns: 300, seed: 20260415 },
    );
  });
});

describe('refused', () => {
  it.each<[string, () => unknown, string]>([
    ['k of half', () => optimalGroups(Float64Array.of(1, 2), 0.5), 'k must be'],
    ['a number that is none', () => optimalGroups(Float64Array.of(1, NaN), 1), 'row 1 of column 0'],
    ['no column', () => nearbyGroups([], 1), 'no column'],
    ['columns of different lengths', () => nearbyGroups([Float64Array.of(1), Float64Array.of(1, 2)], 1), 'every row'],
    ['a subject missing', () => optimalGroups(Float64Array.of(1, 2), 1, Int32Array.of(1)), 'subject must be given'],
    [
      'groups of other rows',
      () => aggregatedColumn('days', Float64Array.of(1, 2), { k: 1, grouped: optimalGroups(Float64Array.of(1), 1) }),
      'not of the rows',
    ],
  ])('%s', (_, act, message) => {
    expect(act).toThrow(expect.objectContaining({ message: expect.stringContaining(message) }));
  });
});
