/**
 * The last day on which a case that was closed on that day is kept: as many years on the same day; a 29th of February
 * ends on a 28th where there is none. Null: it is kept for good.
 */
export function disposeAfter(closedOn: string, years: number | null): string | null {
  if (years === null) return null;
  const [year = 0, month = 1, day = 1] = closedOn.split('-').map(Number);
  const inYear = year + years;
  const lastDay = new Date(Date.UTC(inYear, month, 0)).getUTCDate();
  return `${inYear}-${String(month).padStart(2, '0')}-${String(Math.min(day, lastDay)).padStart(2, '0')}`;
}
