import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RowSpill } from './row-spill.js';
import { sortByKey } from './sort-by-key.js';

const directory = mkdtempSync(join(tmpdir(), 'redress-spill-'));
afterAll(() => {
  rmSync(directory, { recursive: true });
});

const unsigned = (high: number, low: number): bigint => (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
const keysOf = (records: Int32Array, width: number): bigint[] =>
  Array.from({ length: records.length / width }, (_, i) => unsigned(records[i * width]!, records[i * width + 1]!));

describe('records', () => {
  it('are sorted by their key as an unsigned number, and equal ones keep their order', () => {
    const word = fc.oneof(fc.integer(), fc.constantFrom(-1, 0, 1, 2 ** 31 - 1, -(2 ** 31)));
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { maxLength: 200 }), (keys) => {
        const records = Int32Array.from(keys.flatMap(([high, low], at) => [high, low, at]));
        const sorted = sortByKey(records, 3);
        const expected = keys
          .map(([high, low], at) => ({ key: unsigned(high, low), at }))
          .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : one.at - other.at));
        expect(keysOf(sorted, 3)).toEqual(expected.map(({ key }) => key));
        expect(expected.map((_, i) => sorted[i * 3 + 2])).toEqual(expected.map(({ at }) => at));
      }),
    );
  });

  it('come back whole and in order from many buckets on disk, which leave nothing behind', () => {
    const count = 150_000;
    const spill = new RowSpill(directory, 4, 1_000_000);
    let state = 1;
    let sum = 0;
    for (let i = 0; i < count; i++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
      spill.push(Int32Array.of(state, i, i, 7));
      sum += i;
    }
    expect(readdirSync(directory).length).toBeGreaterThan(5);
    let [met, total, last, ordered] = [0, 0, -1n, true];
    for (const records of spill.sorted()) {
      for (const key of keysOf(records, 4)) {
        ordered &&= key > last;
        last = key;
      }
      for (let at = 2; at < records.length; at += 4) total += records[at]!;
      met += records.length / 4;
    }
    spill.remove();
    expect([met, total, ordered]).toEqual([count, sum, true]);
    expect(readdirSync(directory)).toEqual([]);
  });
});
