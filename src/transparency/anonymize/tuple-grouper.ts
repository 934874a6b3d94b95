import type { CompactLevel } from './compact-column.js';
import { PairTable } from './pair-table.js';

const { imul } = Math;

/** Keys below this number of cells address a plain table (16 MiB); above, they are hashed. */
const DIRECT_CELLS = 4 * 2 ** 20;
const WORD = 2 ** 32;
/** Columns that are added to the keys in one pass. */
const TOGETHER = 4;
const NOTHING = new Int32Array(0);

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

  /** @param capacity the most tuples that will be grouped */
  constructor(capacity: number) {
    this.ids = new Int32Array(capacity);
    this.words = [new Int32Array(capacity), new Int32Array(capacity)];
    this.table = new PairTable(capacity);
  }

  /**
   * Number of distinct generalized tuples; their ids are in `ids`, dense, in order of first appearance.
   * @param columns per quasi-identifier: tuple → base code
   */
  group(columns: readonly Int32Array[], tuples: number, levels: readonly CompactLevel[]): number {
    const [first, second, ...rest] = pack(columns, levels);
    if (first === undefined) {
      this.ids.fill(0, 0, tuples);
      return Math.min(1, tuples);
    }
    write(first, this.words[0], tuples);
    if (second === undefined && first.cells <= DIRECT_CELLS) return this.address(this.words[0], tuples, first.cells);
    if (second === undefined) this.words[1].fill(0, 0, tuples);
    else write(second, this.words[1], tuples);
    let count = this.join(this.words[0], this.words[1], tuples);
    for (const word of rest) {
      write(word, this.words[0], tuples);
      count = this.join(this.ids, this.words[0], tuples);
    }
    return count;
  }

  private address(keys: Int32Array, tuples: number, cells: number): number {
    const { ids } = this;
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

  private join(high: Int32Array, low: Int32Array, tuples: number): number {
    const { table, ids } = this;
    table.clear(0, tuples);
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

function write({ parts }: Word, keys: Int32Array, tuples: number): void {
  const scaled = parts.map(({ of, factor }) => of.map((code) => imul(code, factor)));
  for (let at = 0; at < parts.length; at += TOGETHER) {
    const codes = Array.from({ length: TOGETHER }, (_, i) => parts[at + i]?.codes ?? NOTHING);
    const values = Array.from({ length: TOGETHER }, (_, i) => scaled[at + i] ?? NOTHING);
    add(keys, tuples, at === 0, codes, values, parts.length - at);
  }
}

/** Adds up to four columns in one pass over the tuples: what costs is to go over the keys again. */
function add(
  keys: Int32Array,
  tuples: number,
  afresh: boolean,
  [a, b, c, d]: readonly Int32Array[],
  [va, vb, vc, vd]: readonly Int32Array[],
  columns: number,
): void {
  if (afresh) keys.fill(0, 0, tuples);
  if (columns >= 4)
    for (let t = 0; t < tuples; t++) keys[t] = keys[t]! + va![a![t]!]! + vb![b![t]!]! + vc![c![t]!]! + vd![d![t]!]!;
  else if (columns === 3)
    for (let t = 0; t < tuples; t++) keys[t] = keys[t]! + va![a![t]!]! + vb![b![t]!]! + vc![c![t]!]!;
  else if (columns === 2) for (let t = 0; t < tuples; t++) keys[t] = keys[t]! + va![a![t]!]! + vb![b![t]!]!;
  else for (let t = 0; t < tuples; t++) keys[t] = keys[t]! + va![a![t]!]!;
}
