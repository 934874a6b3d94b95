const MONTH_FORM = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/;

/** A month as the calendar has it, written YYYY-MM; null when it is none. */
export function calendarMonth(written: string): string | null {
  return MONTH_FORM.test(written) ? written : null;
}

/** Not yet begun on that day (YYYY-MM-DD). */
export function isAhead(month: string, today: string): boolean {
  return month > today.slice(0, 7);
}
