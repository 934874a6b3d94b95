import type { Base } from '../base.js';
import type { CompactColumn, CompactLevel } from '../compact-column.js';
import { weighFactors, type Metric } from '../metric.js';
import type { ColumnMetric, SuppressedValues } from './column-metric.js';
import { floored } from './floored.js';

/**
 * Non-uniform entropy (Gionis & Tassa 2009; as ARX computes it): what generalizing each column takes from its Shannon
 * information, in bits over all rows; in the variant that is not monotonic, also what suppressing takes from the
 * suppressed rows.
 */
export function entropyMetric({ columns }: Base, { monotonic = true, gsFactor }: Metric): ColumnMetric {
  const { s, w } = weighFactors(gsFactor);
  const taken = columns.map((column) => column.levels.map((level) => w * generalized(column, level)));
  const loss = (j: number, level: number, rows: SuppressedValues) =>
    floored(taken[j]![level]! + (monotonic ? 0 : s * suppressed(rows)));
  return { ignoresSuppression: monotonic, loss, least: loss };
}

function generalized({ counts }: CompactColumn, { of, size }: CompactLevel): number {
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

function suppressed({ counts, total }: SuppressedValues): number {
  let loss = 0;
  for (const count of counts) if (count > 0) loss -= count * Math.log2(count / total);
  return loss;
}
