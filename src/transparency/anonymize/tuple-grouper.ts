import type { CompactLevel } from './compact-column.js';
import { PairTable } from './pair-table.js';

const { imul } = Math;

/** Keys below this number of cells address a plain table (16 MiB); above, they are hashed. */
const DIRECT_CELLS = 4 * 2 ** 20;
const WORD = 2 ** 32;

interface Word {
  readonly parts: { readonly codes: Int32Array; readonly of: Int32Array; readonly factor: number }[];
  cells: number;
}

/**
 * Gives tuples that are equal at the given levels the same dense id. A tuple's key is a mixed-radix number: one 32-bit
 * word when the product of the level sizes allows, otherwise several, joined two by two through dense ids.
 */
export class TupleGrouper {
  /** tuple → id, of the last call of `group` */
  readonly ids: Int32Array;
  private readonly words: [Int32Array, Int32Array];
  private readonly table: PairTable;
  private direct = new Int32Array(0);
  /** Cells of `direct` below it are from an earlier call: no clearing between calls. */
  private directStart = 1;

  /** @param columns per quasi-identifier: tuple → base code */
  constructor(
    private readonly columns: readonly Int32Array[],
    private readonly tuples: number,
  ) {
    this.ids = new Int32Array(tuples);
    this.words = [new Int32Array(tuples), new Int32Array(tuples)];
    this.table = new PairTable(tuples);
  }

  /** Number of distinct generalized tuples; their ids are in `ids`. */
  group(levels: readonly CompactLevel[]): number {
    const [first, second, ...rest] = pack(this.columns, levels);
    if (first === undefined) {
      this.ids.fill(0);
      return Math.min(1, this.tuples);
    }
    write(first, this.words[0]);
    if (second === undefined && first.cells <= DIRECT_CELLS) return this.address(this.words[0], first.cells);
    if (second === undefined) this.words[1].fill(0);
    else write(second, this.words[1]);
    let count = this.join(this.words[0], this.words[1]);
    for (const word of rest) {
      write(word, this.words[0]);
      count = this.join(this.ids, this.words[0]);
    }
    return count;
  }

  private address(keys: Int32Array, cells: number): number {
    const { ids, tuples } = this;
    if (this.direct.length < cells || this.directStart > 2 ** 31 - 1 - tuples) {
      this.direct = new Int32Array(cells);
      this.directStart = 1;
    }
    const { direct } = this;
    const start = this.directStart;
    let next = start;
    for (let t = 0; t < tuples; t++) {
      const key = keys[t]!;
      let id = direct[key]!;
      if (id < start) {
        id = next++;
        direct[key] = id;
      }
      ids[t] = id - start;
    }
    this.directStart = next;
    return next - start;
  }

  private join(high: Int32Array, low: Int32Array): number {
    const { table, ids, tuples } = this;
    table.clear();
    for (let t = 0; t < tuples; t++) ids[t] = table.id(high[t]!, low[t]!);
    return table.end;
  }
}

function pack(columns: readonly Int32Array[], levels: readonly CompactLevel[]): Word[] {
  const words: Word[] = [];
  for (const [j, { of, size }] of levels.entries()) {
    if (size <= 1) continue;
    let word = words.at(-1);
    if (word === undefined || word.cells * size > WORD) words.push((word = { parts: [], cells: 1 }));
    word.parts.push({ codes: columns[j]!, of, factor: word.cells });
    word.cells *= size;
  }
  return words;
}

function write({ parts }: Word, keys: Int32Array): void {
  keys.fill(0);
  for (const { codes, of, factor } of parts)
    for (let t = 0; t < keys.length; t++) keys[t] = keys[t]! + imul(of[codes[t]!]!, factor);
}
