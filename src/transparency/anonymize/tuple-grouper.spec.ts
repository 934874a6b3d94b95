import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { packColumns } from './packs.js';
import { TupleGrouper } from './tuple-grouper.js';

/** Level sizes whose products need: nothing, a plain table, one hashed word, two words, three words. */
const widths = fc.constantFrom(
  [1, 1],
  [7, 9],
  [3000, 2000],
  [65_536, 65_536, 3],
  [90_000, 90_000, 3, 90_000, 90_000, 90_000],
);

describe('grouping equal tuples', () => {
  it('agrees with comparing them as text, however wide the key, again and again on the same tables', () => {
    fc.assert(
      fc.property(widths, fc.array(fc.nat(2 ** 31 - 1), { minLength: 1, maxLength: 40 }), (sizes, seeds) => {
        const columns = sizes.map((size, j) =>
          Int32Array.from(seeds, (seed) => Math.floor(seed / 3 ** j) % Math.min(size, 3)),
        );
        const packs = packColumns(
          columns.map((codes, j) => ({ codes, size: Math.min(sizes[j]!, 3) })),
          seeds.length,
        );
        const grouper = new TupleGrouper(seeds.length);
        // Codes are spread over the level's whole range, so that a key cut short would let tuples collide.
        const spread = sizes.map((size) => ({
          size,
          of: Int32Array.from([0, size >> 1, size - 1]),
          shares: new Float64Array(0),
        }));
        for (const levels of [
          spread,
          spread.map(({ of }) => ({ size: 1, of: of.map(() => 0), shares: new Float64Array(0) })),
          spread,
        ]) {
          const count = grouper.group(packs, seeds.length, levels);
          const texts = seeds.map((_, t) => levels.map(({ of }, j) => of[columns[j]![t]!]).join('|'));
          const distinct = [...new Set(texts)];
          expect([...grouper.ids]).toEqual(texts.map((text) => distinct.indexOf(text)));
          expect(count).toBe(distinct.length);
        }
      }),
      { numRuns: 200, seed: 20260304 },
    );
  });
});
