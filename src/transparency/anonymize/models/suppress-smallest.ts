import { bucketSort } from '../bucket-sort.js';
import type { ClassSizes } from '../metrics/class-metric.js';
import type { SizeModel } from '../privacy-model.js';
import { greatestRisky } from './least-suppressed.js';

/**
 * Suppresses the fewest of the smallest classes, in `kept`, until the model holds of the others. Among equals those go
 * first whose values say most of their rows, then those that appear first.
 * @param own class → what its rows lose by generalization; null: no matter
 */
export function suppressSmallest(model: SizeModel, classes: ClassSizes, own: Float64Array | null): void {
  const { ids, rows, kept } = classes;
  const most = greatestRisky(model, classes);
  const counted = model.type === 'uniqueness' ? (size: number) => Number(size === 1) : () => 1;
  const published = { rows: 0, risky: 0 };
  const bucketOf = new Int32Array(ids);
  for (let id = 0; id < ids; id++) {
    const size = kept[id] === 1 ? rows[id]! : 0;
    published.rows += size;
    if (size > 0) published.risky += counted(size);
    bucketOf[id] = size > most ? 0 : size;
  }
  const met = (): boolean => published.rows === 0 || published.risky / published.rows <= model.threshold;
  const { starts, items } = bucketSort(bucketOf, most + 1);
  for (let size = 1; size <= most && !met(); size++) {
    const equals = items.subarray(starts[size], starts[size + 1]);
    if (own !== null) equals.sort((a, b) => own[a]! - own[b]! || a - b);
    for (const id of equals) {
      if (met()) break;
      kept[id] = 0;
      published.rows -= size;
      published.risky -= counted(size);
    }
  }
}
