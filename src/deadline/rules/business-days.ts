import type { BusinessCalendar, Holiday } from '../../charter/index.js';
import { type Day, dayOf, weekdayOf, yearOf } from './day.js';

const SATURDAY = 6;
const SUNDAY = 7;

/** Answers which days are business days of a charter's calendar. Holidays are reckoned once a year, when first asked for. */
export class BusinessDays {
  private readonly years = new Map<number, ReadonlyMap<Day, string>>();

  constructor(private readonly calendar: BusinessCalendar) {}

  has(day: Day): boolean {
    return !this.calendar.weekend.includes(weekdayOf(day)) && this.holiday(day) === null;
  }

  /** What the day off is called; null when the calendar has none on it. */
  holiday(day: Day): string | null {
    const year = yearOf(day);
    const known = this.years.get(year) ?? this.holidaysOf(year);
    this.years.set(year, known);
    return known.get(day) ?? null;
  }

  /** The day itself when it is one, or the next that is. */
  onOrAfter(day: Day): Day {
    let at = day;
    while (!this.has(at)) at++;
    return at;
  }

  /** Those observed in the year, which may be those of the next: 1 January on a Saturday is kept on 31 December. */
  private holidaysOf(year: number): Map<Day, string> {
    const days = new Map<Day, string>();
    for (const each of [year, year + 1])
      for (const holiday of this.calendar.holidays) {
        const day = holidayIn(holiday, each);
        if (day !== null && yearOf(day) === year) days.set(day, holiday.label);
      }
    return days;
  }
}

/** The day on which the holiday is kept in that year; null when that year has none. */
function holidayIn(holiday: Holiday, year: number): Day | null {
  if ('on' in holiday) return holiday.on.startsWith(`${year}-`) ? dayOf(holiday.on) : null;
  const first = `${year}-${String(holiday.month).padStart(2, '0')}`;
  if ('day' in holiday) {
    const day = existing(`${first}-${String(holiday.day).padStart(2, '0')}`);
    return day !== null && holiday.observed ? observed(day) : day;
  }
  return nthWeekday(dayOf(`${first}-01`), holiday);
}

/** 29 February is a holiday in leap years only. */
function existing(iso: string): Day | null {
  try {
    return dayOf(iso);
  } catch {
    return null;
  }
}

/** Kept on the working day nearest to it (5 U.S.C. 6103(b)). */
function observed(day: Day): Day {
  const weekday = weekdayOf(day);
  return weekday === SATURDAY ? day - 1 : weekday === SUNDAY ? day + 1 : day;
}

function nthWeekday(first: Day, { month, weekday, nth }: { month: number; weekday: number; nth: number }): Day | null {
  const inMonth = (day: Day): boolean => new Date(day * 86_400_000).getUTCMonth() + 1 === month;
  let day = first + ((weekday - weekdayOf(first) + 7) % 7);
  if (nth < 0) {
    while (inMonth(day + 7)) day += 7;
    return day;
  }
  day += (nth - 1) * 7;
  return inMonth(day) ? day : null;
}
