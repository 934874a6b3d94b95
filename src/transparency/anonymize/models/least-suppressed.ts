import type { ClassSizes } from '../metrics/class-metric.js';
import type { SizeModel } from '../privacy-model.js';

/** The size of the greatest classes whose suppression helps. */
export function greatestRisky({ type, threshold }: SizeModel, { ids, rows }: ClassSizes): number {
  if (type === 'uniqueness') return 1;
  let largest = 0;
  for (let id = 0; id < ids; id++) largest = Math.max(largest, rows[id]!);
  return Math.min(largest, Math.floor(1 / threshold));
}

/**
 * Rows that must be suppressed for the model to hold, if a part of a class could go: no more than must go at any finer
 * node, since what is kept there is kept here in no more (parts of) classes, and no more rows alone.
 */
export function leastSuppressed(model: SizeModel, classSizes: ClassSizes): number {
  const { type, threshold } = model;
  const { ids, rows } = classSizes;
  const most = greatestRisky(model, classSizes);
  const bySize = new Int32Array(most + 1);
  let total = 0;
  let classes = 0;
  for (let id = 0; id < ids; id++) {
    const size = rows[id]!;
    if (size === 0) continue;
    total += size;
    classes++;
    if (size <= most) bySize[size]! += 1;
  }
  // Each row of a class of size s that goes brings the excess down by 1/s − threshold: small classes first.
  let excess = (type === 'uniqueness' ? bySize[1]! : classes) - threshold * total;
  let suppressed = 0;
  for (let size = 1; size <= most && excess > 0; size++) {
    const gain = 1 / size - threshold;
    if (gain <= 0) break;
    const needed = Math.min(bySize[size]! * size, excess / gain);
    suppressed += needed;
    excess -= needed * gain;
  }
  return excess > 1e-9 * total ? total : suppressed;
}
