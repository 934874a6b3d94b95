import type { RootBase } from './base.js';
import type { Grouping } from './grouping.js';

/** Who is published and who is not, by a grouping with all that must be suppressed unmarked. */
export function published(
  { rows, allUnits, signatureOf }: RootBase,
  { classOf, subjects, units, rows: sizes, kept, ids }: Grouping,
) {
  const tally = { suppressedUnits: 0, suppressedRows: rows, classes: 0, smallestClass: Infinity };
  for (let id = 0; id < ids; id++) {
    if (kept[id] === 0) {
      tally.suppressedUnits += units[id]!;
      continue;
    }
    tally.suppressedRows -= sizes[id]!;
    tally.classes++;
    tally.smallestClass = Math.min(tally.smallestClass, subjects[id]!);
  }
  return {
    keep: Uint8Array.from(signatureOf, (s) => kept[classOf[s]!]!),
    units: allUnits,
    ...tally,
    smallestClass: tally.classes === 0 ? 0 : tally.smallestClass,
  };
}
