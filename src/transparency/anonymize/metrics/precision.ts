import type { Base } from '../base.js';
import { weighFactors, type Metric } from '../metric.js';
import type { ColumnMetric } from './column-metric.js';

/** Precision (Sweeney 2002): the share of each hierarchy's height that was climbed; a suppressed row is all the way up. */
export function precisionMetric({ columns, rows }: Base, { monotonic = false, gsFactor }: Metric): ColumnMetric {
  const { s, w } = weighFactors(gsFactor);
  const climbed = (j: number, level: number): number => {
    const height = columns[j]!.levels.length - 1;
    return height === 0 ? 0 : (level / height) * w;
  };
  const mixed = (climb: number, total: number): number =>
    rows === 0 ? 0 : ((rows - total) * climb + total * s) / rows;
  return {
    ignoresSuppression: monotonic,
    loss: (j, level, { total }) => (monotonic ? climbed(j, level) : mixed(climbed(j, level), total)),
    // Where a suppressed row weighs less than a climbed one, more suppression is less loss: all rows is the bound.
    least: (j, level, { total }) =>
      monotonic ? climbed(j, level) : mixed(climbed(j, level), s < climbed(j, level) ? rows : total),
  };
}
