import type { SensitiveAttribute } from './problem.js';

/** What stands for the value of a row that has none. */
const NO_VALUE = -1;

/** Values by group at one level of their hierarchy, and the share of all rows that each group has. */
export interface ValueGroups {
  readonly of: Int32Array;
  readonly overall: Float64Array;
}

/** A sensitive attribute over the values that occur, numbered densely in order of first appearance. */
export interface SensitiveColumn {
  readonly name: string;
  /** row → value; −1 where the row has none */
  readonly codes: Int32Array;
  /** value → share of all rows that have one */
  readonly overall: Float64Array;
  /** value → place in the order */
  readonly rank: Int32Array;
  /** From the values up to one group; null when the attribute has no hierarchy. */
  readonly levels: readonly ValueGroups[] | null;
}

/** @param weights row → how many rows it stands for; null: one each */
export function sensitiveColumn(
  { name, codes, hierarchy, order, overall: given }: SensitiveAttribute,
  weights: Int32Array | null = null,
): SensitiveColumn {
  const dense = new Map<number, number>();
  const values = codes.map((code) => {
    if (code < 0) return NO_VALUE;
    const value = dense.get(code) ?? dense.size;
    dense.set(code, value);
    return value;
  });
  for (const [code, share] of given?.entries() ?? []) if (share > 0 && !dense.has(code)) dense.set(code, dense.size);
  const overall = new Float64Array(dense.size);
  for (let row = 0; row < values.length; row++) if (values[row]! >= 0) overall[values[row]!]! += weights?.[row] ?? 1;
  const rows = overall.reduce((sum, count) => sum + count, 0);
  for (const [value, count] of overall.entries()) overall[value] = count / rows;
  const known = [...dense.keys()];
  if (given !== undefined) overall.set(known.map((code) => given[code]!));
  const levels = hierarchy?.levels.map(({ codes: groupOf, labels }) => {
    const of = Int32Array.from(known, (code) => groupOf[code]!);
    const shares = new Float64Array(labels.length);
    for (const [value, group] of of.entries()) shares[group] = shares[group]! + overall[value]!;
    return { of, overall: shares };
  });
  return { name, codes: values, overall, rank: ranks(known, order), levels: levels ?? null };
}

function ranks(known: readonly number[], order: Int32Array | undefined): Int32Array {
  if (order === undefined) return Int32Array.from(known.keys());
  const place = new Map([...order].map((code, at) => [code, at]));
  const sorted = known.map((_, value) => value).sort((a, b) => place.get(known[a]!)! - place.get(known[b]!)!);
  const rank = new Int32Array(known.length);
  for (const [at, value] of sorted.entries()) rank[value] = at;
  return rank;
}
