/** A day as a whole number, days since 1970-01-01: arithmetic without hours, so that no clock change can touch it. */
export type Day = number;

const MS = 86_400_000;
const ISO = /^(\d{4})-(\d\d)-(\d\d)$/;

/** @throws RangeError when it is no date of the calendar */
export function dayOf(iso: string): Day {
  const [, year, month, date] = ISO.exec(iso) ?? [];
  const day = Date.UTC(Number(year), Number(month) - 1, Number(date)) / MS;
  if (Number.isNaN(day) || isoOf(day) !== iso) throw new RangeError(`${iso} is no date`);
  return day;
}

/** `YYYY-MM-DD` */
export function isoOf(day: Day): string {
  return new Date(day * MS).toISOString().slice(0, 10);
}

/** 1 Monday … 7 Sunday (ISO 8601) */
export function weekdayOf(day: Day): number {
  // 1970-01-01 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(day: Day): number {
  return new Date(day * MS).getUTCFullYear();
}

/** The same date so many months on; where that month is too short, its last day (2024-01-31 + 1 month = 2024-02-29). */
export function monthsAfter(day: Day, months: number): Day {
  const from = new Date(day * MS);
  const month = from.getUTCMonth() + months;
  const last = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return Date.UTC(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), last)) / MS;
}
