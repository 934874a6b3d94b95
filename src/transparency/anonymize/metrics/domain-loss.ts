import type { Base } from '../base.js';
import { weighFactors, type Metric } from '../metric.js';
import type { ColumnMetric, SuppressedValues } from './column-metric.js';
import { floored } from './floored.js';

/**
 * Loss (Iyengar 2002): the mean over rows of the share of the column's domain that the row's value may stand for, 1 for
 * a suppressed row, brought from [w / domain, 1] to [0, 1].
 */
export function domainLossMetric({ columns, rows }: Base, { gsFactor }: Metric): ColumnMetric {
  const { s, w } = weighFactors(gsFactor);
  const covered = columns.map(({ counts, levels }) =>
    levels.map(({ of, shares }) => counts.reduce((sum, count, base) => sum + count * shares[of[base]!]!, 0)),
  );
  const normal = (j: number, sum: number): number => {
    const least = (w * rows) / columns[j]!.domain;
    return least === rows ? 0 : floored(Math.max(0, (sum - least) / (rows - least)));
  };
  const loss = (j: number, level: number, { counts, total }: SuppressedValues): number => {
    const { shares } = columns[j]!.levels[level]!;
    let hidden = 0;
    for (let value = 0; value < counts.length; value++) hidden += counts[value]! * shares[value]!;
    return normal(j, w * (covered[j]![level]! - hidden) + hidden + s * (total - hidden));
  };
  return {
    ignoresSuppression: false,
    loss,
    least: loss,
    ofValue: (j, level, value, count) => count * columns[j]!.levels[level]!.shares[value]!,
  };
}
