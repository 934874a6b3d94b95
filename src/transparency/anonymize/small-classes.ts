import type { Base } from './base.js';
import { spread, weigh, type HiddenRows } from './hidden-rows.js';
import { keyWords, writeKeys, type KeyWord } from './keys.js';

const { imul } = Math;
/** Keys that are written before they are used: so many stay in the nearest cache. */
const BLOCK = 4096;
/** Keys below this many cells for each tuple have a cell of their own; others share cells. */
const CELLS_PER_TUPLE = 8;
const LEAST_CELLS = 2 ** 12;
const SHARED_PER_TUPLE = 2;
/** All tuples are equal. */
const ONE_CELL: KeyWord = { cells: 1, terms: [] };

/** How many units stand in classes that are too small. */
export interface TooFew {
  readonly units: number;
  /** False: some classes were counted as one, so that there may be more of them. */
  readonly exact: boolean;
}

/**
 * Counts the units in classes of fewer than `least`, without telling the classes apart: one small counter for each key
 * that stops at `least`. Where there are too many keys, several share a counter. To join classes only ever makes fewer
 * too small, so the count then is a lower bound, which is enough to refuse most fine nodes. For tables where every unit
 * is one row.
 */
export class SmallClasses {
  private counts: Uint8Array | Int32Array;
  private readonly keys = new Int32Array(BLOCK);
  private readonly other = new Int32Array(BLOCK);
  /** tuple → cell, of the last count */
  private readonly cellOf: Int32Array | null;
  private found: Int32Array | null = null;

  /**
   * @param least the fewest units of a class that is not too small
   * @param remembers how many tuples there are at most, when `hidden` will be asked; null: it will not
   */
  constructor(
    private readonly least: number,
    remembers: number | null,
  ) {
    this.counts = this.room(LEAST_CELLS);
    this.cellOf = remembers === null ? null : new Int32Array(remembers);
  }

  count(base: Base, levels: readonly number[]): TooFew {
    const { other, cellOf } = this;
    const at = base.columns.map((column, j) => column.levels[levels[j]!]!);
    const [first = ONE_CELL, second, ...rest] = keyWords(base.packs, at);
    const { tuples, units } = base;
    const exact = second === undefined && first.cells <= Math.max(LEAST_CELLS, CELLS_PER_TUPLE * tuples);
    const bits = exact ? 0 : Math.ceil(Math.log2(Math.max(LEAST_CELLS, SHARED_PER_TUPLE * tuples)));
    const cells = exact ? first.cells : 2 ** bits;
    if (this.counts.length < cells) this.counts = this.room(cells);
    this.counts.fill(0, 0, cells);
    for (let from = 0; from < tuples; from += BLOCK) {
      const to = Math.min(tuples, from + BLOCK);
      const keys = cellOf?.subarray(from, to) ?? this.keys;
      writeKeys(first, keys, from, tuples);
      for (const word of second === undefined ? [] : [second, ...rest]) {
        writeKeys(word, other, from, tuples);
        mix(keys, other, to - from);
      }
      if (!exact) scatter(keys, to - from, 32 - bits);
      add(this.counts, keys, units, from, to, this.least);
    }
    return { units: sumBelow(this.counts, cells, this.least), exact };
  }

  /** The units in classes that were too small at the last count, of that base; some, where it was not exact. */
  hidden({ tuples, units, packs }: Base, total: number): HiddenRows {
    const places = (this.found ??= new Int32Array(this.cellOf!.length + 1));
    const count = shortfalls(this.counts, this.cellOf!, tuples, this.least, places);
    const chosen = places.subarray(0, count);
    return spread(
      packs,
      packs.map(({ codes, size }) => weigh(codes, chosen, units, size)),
      total,
    );
  }

  /** A multiple of four cells, so that they can be looked through by words. */
  private room(cells: number): Uint8Array | Int32Array {
    const rounded = Math.ceil(cells / 4) * 4;
    return this.least < 256 ? new Uint8Array(rounded) : new Int32Array(rounded);
  }
}

/** The tuples whose cell's count is less than `least`. @returns how many they are */
function shortfalls(
  counts: Uint8Array | Int32Array,
  cellOf: Int32Array,
  tuples: number,
  least: number,
  places: Int32Array,
): number {
  let found = 0;
  for (let t = 0; t < tuples; t++) {
    places[found] = t;
    // One further where the count falls short, without a branch.
    found += (counts[cellOf[t]!]! - least) >>> 31;
  }
  return found;
}

function mix(keys: Int32Array, other: Int32Array, count: number): void {
  for (let i = 0; i < count; i++) keys[i] = imul(keys[i]!, 0x2c1b3c6d) ^ other[i]!;
}

function scatter(keys: Int32Array, count: number, shift: number): void {
  for (let i = 0; i < count; i++) {
    const key = keys[i]!;
    keys[i] = imul(key ^ (key >>> 15), 0x9e3779b1) >>> shift;
  }
}

function add(
  counts: Uint8Array | Int32Array,
  keys: Int32Array,
  units: Int32Array,
  from: number,
  to: number,
  least: number,
): void {
  for (let t = from, i = 0; t < to; t++, i++) {
    const key = keys[i]!;
    // The lesser of the sum and `least`, without a branch: which it is cannot be guessed.
    const missing = counts[key]! + units[t]! - least;
    counts[key] = (missing & (missing >> 31)) + least;
  }
}

/** The sum of the counts that stopped short of `least`. Most cells are empty: those of bytes are passed over by fours. */
function sumBelow(counts: Uint8Array | Int32Array, cells: number, least: number): number {
  const words = counts instanceof Uint8Array ? new Int32Array(counts.buffer) : null;
  let sum = 0;
  for (let cell = 0; cell < cells; cell++) {
    if (words !== null && (cell & 3) === 0 && words[cell >> 2] === 0) {
      cell += 3;
      continue;
    }
    const count = counts[cell]!;
    if (count < least) sum += count;
  }
  return sum;
}
