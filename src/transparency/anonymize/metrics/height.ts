import type { ColumnMetric } from './column-metric.js';

/** Height (Samarati & Sweeney 1998): the number of levels climbed. */
export function heightMetric(): ColumnMetric {
  const loss = (_: number, level: number): number => level;
  return { ignoresSuppression: true, loss, least: loss };
}
