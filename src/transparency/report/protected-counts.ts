import type { CountRange } from './report-figures.js';

/** How many were left out by group, which is secret, and what a reader knows beside it. */
export interface SecretCounts {
  readonly k: number;
  readonly counts: ArrayLike<number>;
  /** Public: how many there are in all. */
  readonly total: number;
  /** Public: the most that the counts can add up to; `total` where everybody stands in exactly one group. */
  readonly most: number;
  /** Groups that are named whatever their count, and one that never is; both picked from public numbers alone. */
  readonly isShown: (group: number) => boolean;
  readonly open: number;
}

export interface ProtectedCounts {
  readonly step: number;
  /** Groups that have a line of their own, and what is told of each. */
  readonly named: readonly number[];
  readonly ranges: readonly CountRange[];
  /** The others, in one line: the open group, and all that are neither shown nor have a whole step. */
  readonly other: readonly number[];
  readonly otherRange: CountRange;
}

/**
 * Counts of people left out, told so that nobody can be counted, not even by a reader who knows this program, the file
 * and the totals of its manifest.
 *
 * Each named group is told as the step of `step` numbers, `step` > k, that its count lies in; the other line is told
 * nothing but what the total leaves it. `step` is chosen from public numbers alone so that the total lies at least k
 * above a multiple of it. The named steps begin at multiples, so whatever they are, at least k of the total are left
 * over that may belong to any line, and that any line may lack. Hence for every group the possible counts span at least
 * k, and at least k of those left out cannot be assigned to any value: no table says "all of them were sustained".
 * (Hiding counts below k alone fails: one hidden count is the total less the others.) What is told depends on the steps
 * alone; a rule that looked at the secret to see whether it is safe would tell by its answer.
 *
 * Steps double from the same round number, so a later report's are unions of an earlier one's and never cut across them.
 * Values that the file does not show are named only from a whole step on: a name would tell that somebody has it.
 * @returns null when some, but fewer than k, were left out
 */
export function protectCounts({ k, counts, total, most, isShown, open }: SecretCounts): ProtectedCounts | null {
  if (total > 0 && total < k) return null;
  const step = total === 0 ? 1 : stepFor(k, [total, most]);
  const all = Array.from({ length: counts.length }, (_, group) => group);
  const isNamed = (group: number): boolean =>
    group !== open && (isShown(group) || (total > 0 && counts[group]! >= step));
  const named = all.filter(isNamed);
  const floors = named.map((group) => counts[group]! - (counts[group]! % step));
  const sum = floors.reduce((added, count) => added + count, 0);
  const ranges = floors.map((least) => ({ least, most: Math.min(least + step - 1, least + most - sum, total) }));
  const other = all.filter((group) => !isNamed(group));
  return { step, named, ranges, other, otherRange: remainder(total, most, ranges) };
}

/** What these ranges leave of the total for all others. */
export function remainder(total: number, most: number, ranges: readonly CountRange[]): CountRange {
  const highest = ranges.reduce((added, range) => added + range.most, 0);
  const lowest = ranges.reduce((added, range) => added + range.least, 0);
  return { least: Math.max(0, total - highest), most: Math.min(total, most - lowest) };
}

function stepFor(k: number, totals: readonly number[]): number {
  let step = roundNumber(k + 1);
  while (totals.some((total) => total % step < k)) step *= 2;
  return step;
}

/** The first of 1, 2, 5, 10, 20, 50 … that is not less. */
export function roundNumber(least: number): number {
  for (let power = 1; ; power *= 10) for (const digit of [1, 2, 5]) if (digit * power >= least) return digit * power;
}
