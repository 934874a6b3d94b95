import type { CompactLevel } from './compact-column.js';

const { imul } = Math;

/**
 * Several columns' codes of a tuple in one number, the first column's the fastest growing: fewer reads per tuple, and what
 * a code means at a node is looked up in a table that stays in the nearest cache.
 */
export interface Pack {
  /** Which quasi-identifiers, and how many codes each has. */
  readonly columns: readonly number[];
  readonly sizes: readonly number[];
  /** The product of the sizes. */
  readonly size: number;
  /** Per column: the pack's code → the column's own. */
  readonly digits: readonly Int32Array[];
  /** tuple → number below `size` */
  readonly codes: PackCodes;
}

export type PackCodes = Uint16Array | Int32Array;

/** A column by its codes below `size`. */
export interface CodedColumn {
  readonly codes: PackCodes;
  readonly size: number;
}

const NARROW = 2 ** 16;
/** Larger tables would leave the nearest cache. */
const MOST_CODES = 8192;
/** A table is made anew for every node: it should be small against the tuples. */
const TUPLES_PER_CODE = 16;

/** Columns in packs, the widest first, each in the first pack where it fits. */
export function packColumns(columns: readonly CodedColumn[], tuples: number): Pack[] {
  const most = Math.min(MOST_CODES, tuples / TUPLES_PER_CODE);
  const packs: { columns: number[]; size: number }[] = [];
  const widestFirst = [...columns.keys()].sort((a, b) => columns[b]!.size - columns[a]!.size || a - b);
  for (const j of widestFirst) {
    const { size } = columns[j]!;
    const room = packs.find((pack) => pack.size * size <= most);
    if (room === undefined) packs.push({ columns: [j], size: Math.max(1, size) });
    else {
      room.columns.push(j);
      room.size *= Math.max(1, size);
    }
  }
  return packs.map((pack) => {
    const sizes = pack.columns.map((j) => Math.max(1, columns[j]!.size));
    const codes = new (pack.size <= NARROW ? Uint16Array : Int32Array)(tuples);
    let factor = 1;
    for (const [i, j] of pack.columns.entries()) {
      add(codes, columns[j]!.codes, factor);
      factor *= sizes[i]!;
    }
    return { ...pack, sizes, digits: digitsOf(sizes, pack.size), codes };
  });
}

function add(sum: PackCodes, codes: PackCodes, factor: number): void {
  for (let t = 0; t < sum.length; t++) sum[t] = sum[t]! + codes[t]! * factor;
}

function digitsOf(sizes: readonly number[], size: number): Int32Array[] {
  let below = 1;
  return sizes.map((own) => {
    const digit = new Int32Array(size);
    for (let code = 0, value = 0; code < size; value = value + 1 === own ? 0 : value + 1)
      for (let same = 0; same < below; same++) digit[code++] = value;
    below *= own;
    return digit;
  });
}

/** Pack's code → the sum over its columns of factor × code at the column's level; a factor of 0 leaves a column out. */
export function meaningOf(
  { columns, sizes, size }: Pick<Pack, 'columns' | 'sizes' | 'size'>,
  levels: readonly CompactLevel[],
  factorOf: (column: number) => number,
): Int32Array {
  const meaning = new Int32Array(size);
  let filled = 1;
  for (const [i, j] of columns.entries()) {
    const factor = factorOf(j);
    const { of } = levels[j]!;
    // From the last code down: the first is added to what the others start from.
    for (let code = sizes[i]! - 1; code >= 0; code--) {
      const added = imul(of[code] ?? 0, factor);
      for (let x = 0, at = code * filled; x < filled; x++, at++) meaning[at] = meaning[x]! + added;
    }
    filled *= sizes[i]!;
  }
  return meaning;
}

/** The packs at some of the tuples. */
export function pickPacks(packs: readonly Pack[], positions: Int32Array): Pack[] {
  return packs.map((pack) => ({ ...pack, codes: pickCodes(pack.codes, positions) }));
}

/** The packs at some of the tuples, in the codes of the levels: of these there are fewer, so that more go in a pack. */
export function recodePacks(packs: readonly Pack[], levels: readonly CompactLevel[], positions: Int32Array): Pack[] {
  return packColumns(
    packs.map((pack) => {
      const strides = new Map<number, number>();
      let size = 1;
      for (const j of pack.columns) {
        strides.set(j, size);
        size *= Math.max(1, levels[j]!.size);
      }
      const meaning = meaningOf(pack, levels, (j) => strides.get(j)!);
      return { codes: translate(pack.codes, positions, meaning), size };
    }),
    positions.length,
  ).map((pack) => {
    const columns = pack.columns.flatMap((p) => packs[p]!.columns);
    const sizes = columns.map((j) => Math.max(1, levels[j]!.size));
    return { ...pack, columns, sizes, digits: digitsOf(sizes, pack.size) };
  });
}

function translate(codes: PackCodes, positions: Int32Array, meaning: Int32Array): Int32Array {
  const meant = new Int32Array(positions.length);
  for (let i = 0; i < positions.length; i++) meant[i] = meaning[codes[positions[i]!]!]!;
  return meant;
}

function pickCodes(codes: PackCodes, positions: Int32Array): PackCodes {
  const picked = new (codes instanceof Uint16Array ? Uint16Array : Int32Array)(positions.length);
  for (let i = 0; i < positions.length; i++) picked[i] = codes[positions[i]!]!;
  return picked;
}
