import type { ColumnSuppression, GroupSuppression } from '../report-figures.js';
import { sentences } from '../report-texts.js';
import { listed, percentRange, timesRange } from './numbers.js';

/** Certainly left out by so much more often than usual. */
const CLEARLY = 1.25;
const MOST_NAMED = 4;

export const isGone = ({ share }: GroupSuppression): boolean => share.least >= 1;

/** The values that suppression hits clearly more often than usual; null where nothing is told. */
export function hardestHit(
  { title, groups, step }: ColumnSuppression,
  mostNamed = MOST_NAMED,
): { sentence: string | null } {
  if (step === null || groups.every(({ ratio }) => ratio === null)) return { sentence: null };
  const hit = groups.filter(({ ratio }) => ratio !== null && ratio.least >= CLEARLY).slice(0, mostNamed);
  if (hit.length === 0) return { sentence: groups.length === 0 ? null : sentences.evenly(title) };
  const named = hit.map((group) =>
    isGone(group)
      ? sentences.gone(group.label)
      : sentences.hit(group.label, percentRange(group.share), timesRange(group.ratio)),
  );
  return { sentence: sentences.hardest(title, listed(named)) };
}
