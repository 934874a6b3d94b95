import type { SuppressedValues } from './metrics/column-metric.js';
import type { Grouping } from './grouping.js';

/** Rows that a grouping does not keep, by the values of one column at its level. */
export function suppressedValues({ base, levels, classOf, kept }: Grouping, j: number): SuppressedValues {
  const { of, size } = base.columns[j]!.levels[levels[j]!]!;
  const codes = base.tupleCodes[j]!;
  const { starts, members } = base.signatures;
  const counts = new Int32Array(size);
  let total = 0;
  for (let s = 0; s < base.units.length; s++) {
    if (kept[classOf[s]!] === 1) continue;
    const units = base.units[s]!;
    for (let p = starts[s]!; p < starts[s + 1]!; p++) {
      const value = of[codes[members[p]!]!]!;
      counts[value] = counts[value]! + units;
    }
    total += base.rowsOf[s]!;
  }
  return { counts, total };
}
