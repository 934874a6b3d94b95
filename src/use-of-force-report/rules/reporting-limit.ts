import type { ReportingProgramme } from '../../charter/index.js';

/** A moment on the wall clock where the department is. */
export interface LocalHour {
  /** YYYY-MM-DD */
  day: string;
  /** 0 to 23 */
  hour: number;
}

export interface Incident {
  /** YYYY-MM-DD */
  occurredOn: string;
  occurredHour?: unknown;
}

const DAY = 86_400_000;
const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The day that many days after another, both YYYY-MM-DD. */
export function dayAfter(day: string, days: number): string {
  return new Date(timeOf(day) + days * DAY).toISOString().slice(0, 10);
}

/** The last day of the month (YYYY-MM) or year (YYYY) that a day lies in. */
function lastDay(day: string, span: 'month' | 'year'): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const next = span === 'year' ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month, 1);
  return new Date(next - DAY).toISOString().slice(0, 10);
}

/** The last day on which a month's word to a programme is in time. */
export function monthDueOn({ from, within }: ReportingProgramme, month: string): string {
  return dayAfter(lastDay(`${month}-01`, from === 'year' ? 'year' : 'month'), within.count);
}

/**
 * The programmes, by code, that a report comes too late for. Hours are counted on the wall clock; where the hour is not
 * known the last of the day counts, for the department.
 */
export function lateFor(incident: Incident, now: LocalHour, programmes: readonly ReportingProgramme[]): string[] {
  return programmes.filter((programme) => isLate(incident, now, programme)).map(({ code }) => code);
}

function isLate({ occurredOn, occurredHour }: Incident, now: LocalHour, programme: ReportingProgramme): boolean {
  const { from, within } = programme;
  if (from !== 'incident') return now.day > monthDueOn(programme, occurredOn.slice(0, 7));
  if (within.unit === 'days') return now.day > dayAfter(occurredOn, within.count);
  const hour = typeof occurredHour === 'number' ? occurredHour : 23;
  const elapsed = (timeOf(now.day) - timeOf(occurredOn)) / 3_600_000 + now.hour - hour;
  return elapsed > within.count;
}

/** The programmes that a zero report comes too late for: those that ask for one. */
export function zeroLateFor(month: string, now: LocalHour, programmes: readonly ReportingProgramme[]): string[] {
  return programmes
    .filter((programme) => programme.zeroReports && now.day > monthDueOn(programme, month))
    .map(({ code }) => code);
}
