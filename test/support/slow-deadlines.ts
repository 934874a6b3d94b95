import type { BusinessCalendar, DeadlineRule, Holiday } from '../../src/charter/index.js';

export interface SlowPause {
  id: string;
  ground: string;
  from: string;
  until: string | null;
}

const next = (day: Date, days = 1): Date =>
  new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + days));
const date = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const words = new Map<number, string>();
const word = (day: Date): string => {
  const known = words.get(day.getTime()) ?? day.toISOString().slice(0, 10);
  words.set(day.getTime(), known);
  return known;
};

/**
 * The due day by walking the calendar one day at a time: slow, plain, and without a line of the engine's. Used to check it.
 */
export function slowDueDay(
  rule: DeadlineRule,
  calendar: BusinessCalendar,
  start: string,
  pauses: readonly SlowPause[],
  extensionDays: number,
  today: string,
): string {
  const still = daysOff(rule, pauses, start, today);
  const { count, unit } = rule.length;
  const extended = Math.min(extensionDays, rule.extensionDays);
  let day = date(start);
  let left = extended;
  if (unit === 'business_days')
    for (let open = count; open > 0;) {
      day = next(day);
      if (isWorkday(day, calendar) && !still.has(word(day))) open--;
    }
  else for (let end = endOf(date(start), unit, count); end > date(start); end = next(end, -1)) left++;
  while (left > 0) {
    day = next(day);
    if (!still.has(word(day))) left--;
  }
  while (rule.rollsTo === 'next_business_day' && !isWorkday(day, calendar)) day = next(day);
  return word(day);
}

function endOf(start: Date, unit: DeadlineRule['length']['unit'], count: number): Date {
  if (unit === 'calendar_days') return next(start, count);
  if (unit === 'weeks') return next(start, 7 * count);
  const months = unit === 'years' ? 12 * count : count;
  const month = start.getUTCMonth() + months;
  for (let day = start.getUTCDate(); ; day--) {
    const end = new Date(Date.UTC(start.getUTCFullYear(), month, day));
    if (end.getUTCMonth() === month % 12) return end;
  }
}

/** Every day on which the clock stands still, written out. */
function daysOff(rule: DeadlineRule, pauses: readonly SlowPause[], start: string, today: string): Set<string> {
  const off = new Set<string>();
  const used = new Map<string, number>();
  const lists = pauses.map(({ id, ground, from, until }) => {
    const end = until ?? word(next(date(today)));
    const days: string[] = [];
    for (let day = date(from); word(day) < end; day = next(day)) if (word(day) > start) days.push(word(day));
    return { ground, days, place: (from > start ? from : word(next(date(start)))) + end + id };
  });
  lists.sort((a, b) => (a.place < b.place ? -1 : 1));
  for (const { ground, days } of lists)
    for (const day of days) {
      const most = rule.tolling.find(({ code }) => code === ground)?.mostDays ?? Infinity;
      const spent = used.get(ground) ?? 0;
      if (spent >= most) break;
      used.set(ground, spent + 1);
      off.add(day);
    }
  return off;
}

function isWorkday(day: Date, { weekend, holidays }: BusinessCalendar): boolean {
  const weekday = day.getUTCDay() === 0 ? 7 : day.getUTCDay();
  return !weekend.includes(weekday) && !holidays.some((holiday) => isKept(holiday, day, weekday));
}

function isKept(holiday: Holiday, day: Date, weekday: number): boolean {
  if ('on' in holiday) return holiday.on === word(day);
  if ('nth' in holiday) {
    if (day.getUTCMonth() + 1 !== holiday.month || weekday !== holiday.weekday) return false;
    if (holiday.nth < 0) return next(day, 7).getUTCMonth() !== day.getUTCMonth();
    return Math.ceil(day.getUTCDate() / 7) === holiday.nth;
  }
  // A fixed day is kept on the Friday before a Saturday and the Monday after a Sunday.
  const isIt = (each: Date): boolean => each.getUTCMonth() + 1 === holiday.month && each.getUTCDate() === holiday.day;
  if (!holiday.observed) return isIt(day);
  if (isIt(day)) return weekday < 6;
  return (weekday === 5 && isIt(next(day))) || (weekday === 1 && isIt(next(day, -1)));
}
