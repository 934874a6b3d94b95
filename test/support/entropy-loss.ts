import type { Problem } from '../../src/transparency/anonymize/index.js';

/** Non-monotonic non-uniform entropy of a node by its definition, given the rows that are suppressed there. */
export function entropyLoss(
  { quasiIdentifiers, rows }: Problem,
  levels: readonly number[],
  suppressed: readonly number[],
) {
  const all = Array.from({ length: rows }, (_, row) => row);
  return quasiIdentifiers.reduce((sum, { hierarchy, codes }, j) => {
    const generalized = (row: number): number => hierarchy.levels[levels[j]!]!.codes[codes[row]!]!;
    const base = countBy(all, (row) => codes[row]!);
    const groups = countBy(all, generalized);
    let bits = 0;
    for (const row of all) bits -= Math.log2(base.get(codes[row]!)! / groups.get(generalized(row))!);
    for (const count of countBy(suppressed, generalized).values()) bits -= count * Math.log2(count / suppressed.length);
    return sum + bits;
  }, 0);
}

function countBy(rows: readonly number[], key: (row: number) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return counts;
}
