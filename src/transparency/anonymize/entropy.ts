import type { Base } from './base.js';
import type { CompactColumn, CompactLevel } from './compact-column.js';

/**
 * Non-uniform entropy, monotonic variant (Gionis & Tassa 2009; as ARX computes it): what generalizing each column takes
 * from its Shannon information, in bits over all rows. It is a sum of one term per column and level, known before any
 * grouping; suppression does not enter.
 * @returns per column, per level: the term, floored to 10 decimals as in the reference
 */
export function entropyTerms({ columns }: Base): number[][] {
  return columns.map((column) => column.levels.map((level) => floored(entropyLoss(column, level))));
}

function entropyLoss({ counts }: CompactColumn, { of, size }: CompactLevel): number {
  const groups = new Float64Array(size);
  for (let base = 0; base < counts.length; base++) {
    const group = of[base]!;
    groups[group] = groups[group]! + counts[base]!;
  }
  let loss = 0;
  for (let base = 0; base < counts.length; base++) {
    const count = counts[base]!;
    loss -= count * Math.log2(count / groups[of[base]!]!);
  }
  return loss;
}

function floored(value: number): number {
  return Math.floor(value * 1e10) / 1e10;
}
