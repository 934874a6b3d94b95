import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ValueCounts } from './value-counts.js';

describe('values counted by cell', () => {
  it.each([5, 30, 200])('are what a map counts, of up to %i values', (most) => {
    const row = fc.tuple(fc.nat(20), fc.integer({ min: -1, max: most }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 300 }), (rows) => {
        const counted = new ValueCounts();
        const expected = new Map<string, number>();
        for (const [cell, value] of rows) {
          counted.count(cell, value);
          if (value >= 0) expected.set(`${cell} ${value}`, (expected.get(`${cell} ${value}`) ?? 0) + 1);
        }
        const found = new Map<string, number>();
        const visited: number[] = [];
        counted.each(21, (cell, values, counts) => {
          visited.push(cell);
          for (const [i, value] of values.entries()) found.set(`${cell} ${value}`, counts[i]!);
        });
        expect(found).toEqual(expected);
        expect(visited).toEqual([...Array(21).keys()]);
      }),
      { numRuns: 100, seed: 20260313 },
    );
  });
});
