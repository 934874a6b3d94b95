import type { Base } from './base.js';
import { hiddenAt, type HiddenRows } from './hidden-rows.js';
import { NONE_SUPPRESSED, type ColumnMetric } from './metrics/column-metric.js';
import type { Shadow } from './shadows.js';

/** @param hidden rows that must go at these levels; of levels that the base does not know nothing is concluded from them */
export function castShadow(metric: ColumnMetric, base: Base, levels: readonly number[], hidden: HiddenRows): Shadow {
  return levels.map((top, j) =>
    Array.from({ length: top + 1 }, (_, level) =>
      metric.least(j, level, level < base.floor[j]! ? NONE_SUPPRESSED : hiddenAt(hidden, base.columns, j, level)),
    ),
  );
}
