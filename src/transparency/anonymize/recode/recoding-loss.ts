import type { Hierarchy } from '../hierarchy.js';
import type { Problem } from '../problem.js';

/**
 * What a table published at several transformations has lost, each 0 (nothing) to 1 (every value), the mean over all
 * columns and rows; a suppressed row has lost all. These three add up over rows, so that they mean the same whether one
 * transformation was used or many; a metric of the search need not.
 */
export interface RecodingLoss {
  /** Share of the domain that a value may stand for, from that of one value (0) to all (1) (Iyengar 2002). */
  readonly domain: number;
  /** Share of the column's Shannon information that was taken (Gionis & Tassa 2009). */
  readonly entropy: number;
  /** Share of the hierarchy's height that was climbed (Sweeney 2002). */
  readonly height: number;
}

/** @param levelsOf unit → its transformation; null: suppressed */
export function recodingLoss(
  { rows, quasiIdentifiers, unit, copies }: Problem,
  levelsOf: (unit: number) => readonly number[] | null,
): RecodingLoss {
  const weights = new Float64Array(rows).map((_, row) => copies?.[unit?.[row] ?? row] ?? 1);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const lost = { domain: 0, entropy: 0, height: 0 };
  for (const [j, { codes, hierarchy }] of quasiIdentifiers.entries()) {
    const column = columnShares(codes, weights, hierarchy.levels);
    const top = hierarchy.levels.length - 1;
    let domain = 0;
    let climbed = 0;
    let bits = 0;
    let most = 0;
    for (let row = 0; row < rows; row++) {
      const level = levelsOf(unit?.[row] ?? row)?.[j] ?? null;
      const base = codes[row]!;
      const weight = weights[row]!;
      domain += weight * (level === null ? 1 : column.domain[level]![base]!);
      climbed += weight * (level === null || top === 0 ? Number(level === null) : level / top);
      bits += weight * column.bits[level ?? top]![base]!;
      most += weight * column.bits[top]![base]!;
    }
    lost.domain += domain;
    lost.height += climbed;
    lost.entropy += most === 0 ? 0 : (bits / most) * all;
  }
  const cells = Math.max(1, all * quasiIdentifiers.length);
  return { domain: lost.domain / cells, entropy: lost.entropy / cells, height: lost.height / cells };
}

/** level → base → share of the domain beyond the value's own, 0 to 1; and bits that a row of that value has lost. */
function columnShares(codes: Int32Array, weights: Float64Array, levels: Hierarchy['levels']) {
  const size = levels[0]!.codes.length;
  const counts = new Float64Array(size);
  for (const [row, base] of codes.entries()) counts[base] = counts[base]! + weights[row]!;
  const tables = levels.map(({ codes: groupOf, labels }) => {
    const covered = new Float64Array(labels.length);
    const rows = new Float64Array(labels.length);
    for (let base = 0; base < size; base++) {
      covered[groupOf[base]!]! += 1;
      rows[groupOf[base]!]! += counts[base]!;
    }
    return {
      domain: Float64Array.from(groupOf, (group) => (size === 1 ? 0 : (covered[group]! - 1) / (size - 1))),
      bits: Float64Array.from(groupOf, (group, base) =>
        counts[base] === 0 ? 0 : Math.log2(rows[group]! / counts[base]!),
      ),
    };
  });
  return { domain: tables.map(({ domain }) => domain), bits: tables.map(({ bits }) => bits) };
}
