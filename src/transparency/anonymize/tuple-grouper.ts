import type { CompactLevel } from './compact-column.js';
import { keyWords, writeKeys, type KeyWord } from './keys.js';
import type { Pack } from './packs.js';
import { PairTable } from './pair-table.js';

/** Keys below this number of cells address a plain table (16 MiB); above, they are hashed. */
const DIRECT_CELLS = 4 * 2 ** 20;
/** Keys that are written before they are used: so many stay in the nearest cache. */
const BLOCK = 4096;

/**
 * Gives tuples that are equal at the given levels the same dense id. A tuple's key is a mixed-radix number: one 32-bit
 * word when the product of the level sizes allows, otherwise several, joined two by two through dense ids.
 */
export class TupleGrouper {
  /** tuple → id, of the last call of `group` */
  readonly ids: Int32Array;
  private readonly high = new Int32Array(BLOCK);
  private readonly low = new Int32Array(BLOCK);
  private table: PairTable | null = null;
  private direct = new Int32Array(0);
  /** Cells of `direct` below it are from an earlier call: no clearing between calls. */
  private directStart = 1;

  /** @param capacity the most tuples that will be grouped */
  constructor(private readonly capacity: number) {
    this.ids = new Int32Array(capacity);
  }

  /** Number of distinct generalized tuples; their ids are in `ids`, dense, in order of first appearance. */
  group(packs: readonly Pack[], tuples: number, levels: readonly CompactLevel[]): number {
    const [first, ...rest] = keyWords(packs, levels);
    if (first === undefined) {
      this.ids.fill(0, 0, tuples);
      return Math.min(1, tuples);
    }
    if (rest.length === 0 && first.cells <= DIRECT_CELLS) return this.address(first, tuples);
    if (rest.length === 0) return this.join(first, null, tuples);
    let count = 0;
    for (const [i, word] of rest.entries()) count = this.join(word, i === 0 ? first : 'ids', tuples);
    return count;
  }

  private address(word: KeyWord, tuples: number): number {
    const { ids, high: keys } = this;
    if (this.direct.length < word.cells || this.directStart > 2 ** 31 - 1 - tuples) {
      this.direct = new Int32Array(word.cells);
      this.directStart = 1;
    }
    let next = this.directStart;
    for (let from = 0; from < tuples; from += BLOCK) {
      writeKeys(word, keys, from, tuples);
      next = assign(keys, ids, from, Math.min(tuples, from + BLOCK), this.direct, this.directStart, next);
    }
    const count = next - this.directStart;
    this.directStart = next;
    return count;
  }

  /** @param other the other word of the pairs; `ids`: what was joined before; null: there is none */
  private join(word: KeyWord, other: KeyWord | 'ids' | null, tuples: number): number {
    const { ids, high, low } = this;
    const table = (this.table ??= new PairTable(this.capacity));
    table.clear(0, tuples);
    if (other === null) high.fill(0);
    for (let from = 0; from < tuples; from += BLOCK) {
      const to = Math.min(tuples, from + BLOCK);
      writeKeys(word, low, from, tuples);
      if (other === 'ids') high.set(ids.subarray(from, to));
      else if (other !== null) writeKeys(other, high, from, tuples);
      for (let t = from, i = 0; t < to; t++, i++) ids[t] = table.id(high[i]!, low[i]!);
    }
    return table.end;
  }
}

/** Ids from the keys of a block, counted from `start`. @returns the next id */
function assign(
  keys: Int32Array,
  ids: Int32Array,
  from: number,
  to: number,
  direct: Int32Array,
  start: number,
  first: number,
): number {
  let next = first;
  for (let t = from, i = 0; t < to; t++, i++) {
    const key = keys[i]!;
    let id = direct[key]!;
    if (id < start) {
      id = next++;
      direct[key] = id;
    }
    ids[t] = id - start;
  }
  return next;
}
