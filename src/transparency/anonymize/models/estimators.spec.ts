import { describe, expect, it } from '@jest/globals';
import { entropyDiversity } from './entropy-diversity.js';
import { grassbergerLog } from './grassberger-log.js';
import { hashOrder } from './hash-order.js';

/** G(n) as it is defined, term by term. */
function byDefinition(n: number): number {
  let g = -0.5772156649015329 - Math.log(2);
  for (let i = 1; i <= Math.floor(n / 2); i++) g += 2 / (2 * i - 1);
  return g;
}

describe('Grassberger’s estimate of a logarithm', () => {
  it('is the sum that defines it, also where it is expanded', () => {
    for (const n of [7, 0, 1, 2, 3, 50, 4_094, 4_095, 4_096, 4_097, 10_000])
      expect(Math.abs(grassbergerLog(n) - byDefinition(n))).toBeLessThan(1e-12);
  });
});

describe('the order in which ARX visits values', () => {
  it.each([
    [[], []],
    [
      [3, 1, 2],
      [1, 2, 3],
    ],
    [
      [8, 0],
      [8, 0],
    ],
    [
      [0, 8],
      [0, 8],
    ],
    [
      [7, 15, 0],
      [15, 0, 7],
    ],
    [
      [8, 0, 1, 2, 3, 4],
      [8, 0, 1, 2, 3, 4],
    ],
    [
      [8, 0, 1, 2, 3, 4, 5],
      [0, 1, 2, 3, 4, 5, 8],
    ],
    [
      [23, 15, 7, 0, 1, 2, 3],
      [0, 1, 2, 3, 7, 23, 15],
    ],
    [
      [16, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      [16, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    ],
    [
      [16, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 16],
    ],
  ])('of %j is %j', (values, order) => {
    expect(hashOrder(Int32Array.from([...values, 99]), values.length)).toEqual(order);
  });
});

describe('entropy as ARX has it', () => {
  const cell = (...counts: number[]) => ({
    values: Int32Array.from(counts.keys()),
    distinct: counts.length,
    counts: Int32Array.from(counts),
    rows: counts.reduce((sum, count) => sum + count, 0),
  });
  const passes = (estimator: 'grassberger' | 'grassberger-arx', l: number, counts: number[]): boolean =>
    entropyDiversity({ type: 'entropy-l', attribute: 'x', l, estimator }).passes(cell(...counts));
  /** Where a running sum, in the order of the values, passes the limit that the whole keeps to. */
  const runsOver = (l: number, counts: number[]): boolean => {
    const rows = counts.reduce((sum, count) => sum + count, 0);
    const most = rows * (byDefinition(rows) - Math.log(l));
    const sums = counts.map((_, at) => counts.slice(0, at + 1).reduce((sum, n) => sum + n * byDefinition(n), 0));
    return sums.some((sum) => sum > most);
  };

  it('gives up where a running sum passes the limit, though the whole keeps to it', () => {
    const seen = { same: 0, stricter: 0, neither: 0 };
    for (let a = 1; a <= 9; a++)
      for (let ones = 1; ones <= 5; ones++)
        for (const l of [1.5, 2, 2.5, 3]) {
          const counts = [a, ...Array.from({ length: ones }, () => 1)];
          const plain = passes('grassberger', l, counts);
          const strict = passes('grassberger-arx', l, counts);
          expect(strict).toBe(plain && !runsOver(l, counts));
          seen[strict ? 'same' : plain ? 'stricter' : 'neither'] += 1;
        }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(3);
  });
});
