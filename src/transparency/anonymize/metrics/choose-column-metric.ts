import type { Base } from '../base.js';
import type { Metric } from '../metric.js';
import type { ColumnMetric } from './column-metric.js';
import { domainLossMetric } from './domain-loss.js';
import { entropyMetric } from './entropy.js';
import { heightMetric } from './height.js';
import { precisionMetric } from './precision.js';

/** The column metric of that name, or null when the metric is one of class sizes. */
export function chooseColumnMetric(base: Base, metric: Metric): ColumnMetric | null {
  switch (metric.name) {
    case 'entropy':
      return entropyMetric(base, metric);
    case 'loss':
      return domainLossMetric(base, metric);
    case 'precision':
      return precisionMetric(base, metric);
    case 'height':
      return heightMetric();
    default:
      return null;
  }
}
