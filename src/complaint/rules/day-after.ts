const DAY = 86_400_000;

/** The date so many days after a date, both YYYY-MM-DD: the calendar's own arithmetic, which no clock change touches. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
