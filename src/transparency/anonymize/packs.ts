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
const TUPLES_PER_CODE = 4;

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
    return { ...pack, sizes, codes };
  });
}

function add(sum: PackCodes, codes: PackCodes, factor: number): void {
  for (let t = 0; t < sum.length; t++) sum[t] = sum[t]! + codes[t]! * factor;
}

/** Per column of a pack: a pack's code → the column's own. */
export function digitsOf({ sizes, size }: Pick<Pack, 'sizes' | 'size'>): Int32Array[] {
  let below = 1;
  return sizes.map((own) => {
    const stride = below;
    below *= own;
    return new Int32Array(size).map((_, code) => Math.floor(code / stride) % own);
  });
}

/** The packs at some of the tuples. */
export function pickPacks(packs: readonly Pack[], positions: Int32Array): Pack[] {
  return packs.map((pack) => ({ ...pack, codes: pickCodes(pack.codes, positions) }));
}

function pickCodes(codes: PackCodes, positions: Int32Array): PackCodes {
  const picked = new (codes instanceof Uint16Array ? Uint16Array : Int32Array)(positions.length);
  for (let i = 0; i < positions.length; i++) picked[i] = codes[positions[i]!]!;
  return picked;
}
