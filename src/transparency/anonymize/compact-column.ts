import type { Level } from './hierarchy.js';
import type { QuasiIdentifier } from './problem.js';

/** Base code → code at a level, over the values that occur only, both dense from 0: small products, small tables. */
export interface CompactLevel {
  readonly of: Int32Array;
  readonly size: number;
  /** code → share of all base values of the hierarchy (those that do not occur, too) that it stands for */
  readonly shares: Float64Array;
}

export interface CompactColumn {
  readonly name: string;
  /** dense base code → number of rows */
  readonly counts: Int32Array;
  /** Number of base values that the hierarchy lists. */
  readonly domain: number;
  readonly levels: readonly CompactLevel[];
}

/**
 * A column, and row → its dense base code. Leaves out what a hierarchy lists and the rows do not hold; losses over rows do not change by it.
 * @param weights row → how many rows it stands for; null: one each
 */
export function compactColumn(
  { name, codes, hierarchy }: QuasiIdentifier,
  weights: Int32Array | null = null,
): { readonly column: CompactColumn; readonly codes: Int32Array } {
  const renumber = new Renumbering(hierarchy.levels[0]!.codes.length);
  const dense = codes.map((code) => renumber.dense(code));
  const counts = new Int32Array(renumber.originals.length);
  for (let row = 0; row < dense.length; row++) counts[dense[row]!]! += weights?.[row] ?? 1;
  return {
    codes: dense,
    column: {
      name,
      counts,
      domain: hierarchy.levels[0]!.codes.length,
      levels: hierarchy.levels.map((level) => compactLevel(level, renumber.originals)),
    },
  };
}

/** The column over the values of one of its levels; what is finer is that level too. */
export function compactAt(column: CompactColumn, level: number): CompactColumn {
  const { of, size } = column.levels[level]!;
  const identity = new Int32Array(size).map((_, code) => code);
  const levels = column.levels.map((above, g) => {
    if (g <= level) return { ...column.levels[level]!, of: identity };
    const joined = new Int32Array(size);
    for (let base = 0; base < of.length; base++) joined[of[base]!] = above.of[base]!;
    return { ...above, of: joined };
  });
  return { ...column, levels };
}

function compactLevel({ codes, labels }: Level, used: readonly number[]): CompactLevel {
  const renumber = new Renumbering(labels.length);
  const of = Int32Array.from(used, (base) => renumber.dense(codes[base]!));
  const covered = new Int32Array(labels.length);
  for (const code of codes) covered[code]! += 1;
  const shares = Float64Array.from(renumber.originals, (code) => covered[code]! / codes.length);
  return { of, size: shares.length, shares };
}

/** Codes that occur, numbered densely in order of first appearance. */
class Renumbering {
  readonly originals: number[] = [];
  private readonly codes: Int32Array;

  constructor(domain: number) {
    this.codes = new Int32Array(domain).fill(-1);
  }

  dense(original: number): number {
    const known = this.codes[original]!;
    if (known >= 0) return known;
    this.codes[original] = this.originals.length;
    return this.originals.push(original) - 1;
  }
}
