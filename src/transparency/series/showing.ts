import type { Draft } from './draft.js';

/** How a unit stands in the release. */
export const ABSENT = 0;
/** Its rows are made from the record. */
export const AS_RECORDED = 1;
/** Its rows are those of the epoch's last release, word for word: a correction waits. */
export const AS_BEFORE = 2;

/** unit → `ABSENT`, `AS_RECORDED`, `AS_BEFORE`, as the draft stands. */
export function showing(draft: Draft): Uint8Array {
  const { units, cohortOf, cohorts, content, arriving } = draft;
  return Uint8Array.from({ length: units.count }, (_, unit) => {
    if (arriving[unit] === 1) return AS_RECORDED;
    if (!draft.stands(unit)) return ABSENT;
    const same = cohorts[cohortOf[unit]!]!.classOf === units.classOf[unit] && content[unit] === units.content[unit];
    return same ? AS_RECORDED : AS_BEFORE;
  });
}
