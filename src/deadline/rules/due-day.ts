import type { DeadlineRule } from '../../charter/index.js';
import type { BusinessDays } from './business-days.js';
import { type Day, monthsAfter } from './day.js';
import { type Pause, standsStill, stoodStill, type Stretch, stretches } from './standstill.js';

export interface Extension {
  readonly id: string;
  /** Calendar days */
  readonly days: number;
}

/** What a due day is reckoned from. */
export interface Reckoning {
  readonly rule: DeadlineRule;
  readonly start: Day;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  readonly today: Day;
}

/** A due day with everything that led to it. */
export interface Due {
  readonly due: Day;
  /** The clock stands still today: the due day moves on with every day of it. */
  readonly tolled: boolean;
  /** Had nothing stood still and nothing been extended */
  readonly plain: Day;
  readonly stretches: readonly Stretch[];
  /** Days of standing still that count */
  readonly stood: number;
  readonly extended: number;
  /** Before it was moved to a business day */
  readonly unrolled: Day;
}

/**
 * The last day of a limit. The day of the event does not count; a day on which the clock stands still does not either; a
 * pause counts wherever it falls before the last day, in the time that earlier pauses gave too.
 */
export function dueDay({ rule, start, pauses, extensions, today }: Reckoning, business: BusinessDays): Due {
  const stretched = stretches(pauses, rule.tolling, start, today);
  const extended = Math.min(
    rule.extensionDays,
    extensions.reduce((sum, { days }) => sum + days, 0),
  );
  const plain = endOf(rule, start, business);
  const unrolled =
    rule.length.unit === 'business_days'
      ? pushed(businessEnd(rule, start, business, stretched), extended, stretched)
      : pushed(start, plain - start + extended, stretched);
  return {
    due: rule.rollsTo === 'next_business_day' ? business.onOrAfter(unrolled) : unrolled,
    tolled: standsStill(stretched, today),
    plain,
    stretches: stretched,
    stood: stoodStill(stretched, start, unrolled),
    extended,
    unrolled,
  };
}

function endOf(rule: DeadlineRule, start: Day, business: BusinessDays): Day {
  const { count, unit } = rule.length;
  switch (unit) {
    case 'calendar_days':
      return start + count;
    case 'weeks':
      return start + 7 * count;
    case 'months':
      return monthsAfter(start, count);
    case 'years':
      return monthsAfter(start, 12 * count);
    case 'business_days':
      return businessEnd(rule, start, business, []);
  }
}

/** The count-th business day after the start on which the clock does not stand still. */
function businessEnd(
  { length: { count } }: DeadlineRule,
  start: Day,
  business: BusinessDays,
  still: readonly Stretch[],
): Day {
  let day = start;
  for (let left = count; left > 0;) {
    day++;
    if (business.has(day) && !standsStill(still, day)) left--;
  }
  return day;
}

/** The day by which so many days after `start` have run, those apart on which the clock stands still. */
function pushed(start: Day, days: number, still: readonly Stretch[]): Day {
  let day = start + days;
  for (let next = day; ; day = next) {
    next = start + days + stoodStill(still, start, day);
    if (next === day) return day;
  }
}
