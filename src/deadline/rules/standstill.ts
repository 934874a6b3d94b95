import type { TollingGround } from '../../charter/index.js';
import type { Day } from './day.js';

/** The clock stands still from a day on, and runs again on `until`; null: it has not been ended. */
export interface Pause {
  readonly id: string;
  readonly ground: string;
  readonly from: Day;
  readonly until: Day | null;
}

/** What a pause really counts for. */
export interface Stretch {
  readonly pause: Pause;
  /** First and last day on which it stands still for this pause; `last < first` when there is none. */
  readonly first: Day;
  readonly last: Day;
  /** Days that another pause, begun before, covers already */
  readonly overlapping: number;
  /** Days cut off because the ground may last no longer */
  readonly cut: number;
}

/**
 * The pauses in the order of their days, each cut to what its ground allows in all and to what comes after the start.
 * @param start the first day on which the clock could stand still is the day after it
 * @param today an open pause has stood still until today, today included
 */
export function stretches(
  pauses: readonly Pause[],
  grounds: readonly TollingGround[],
  start: Day,
  today: Day,
): Stretch[] {
  const spent = new Map<string, number>();
  let covered = start;
  return pauses
    .map((pause) => ({ pause, first: Math.max(pause.from, start + 1), end: (pause.until ?? today + 1) - 1 }))
    .sort((a, b) => a.first - b.first || a.end - b.end || (a.pause.id < b.pause.id ? -1 : 1))
    .map(({ pause, first, end }) => {
      const most = grounds.find(({ code }) => code === pause.ground)?.mostDays ?? Infinity;
      const before = spent.get(pause.ground) ?? 0;
      const length = Math.max(0, end - first + 1);
      const allowed = Math.max(0, Math.min(length, most - before));
      spent.set(pause.ground, before + allowed);
      const last = first + allowed - 1;
      const overlapping = Math.max(0, Math.min(covered, last) - first + 1);
      covered = Math.max(covered, last);
      return { pause, first, last, overlapping, cut: length - allowed };
    });
}

/** Days after `start`, `through` included, on which the clock stands still; each counts once. */
export function stoodStill(list: readonly Stretch[], start: Day, through: Day): number {
  let covered = start;
  let days = 0;
  for (const { first, last } of list) {
    const from = Math.max(first, covered + 1);
    const to = Math.min(last, through);
    if (to < from) continue;
    days += to - from + 1;
    covered = to;
  }
  return days;
}

/** Whether the clock stands still on that day. */
export function standsStill(list: readonly Stretch[], day: Day): boolean {
  return list.some(({ first, last }) => first <= day && day <= last);
}
