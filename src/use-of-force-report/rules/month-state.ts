import type { ReportingProgramme } from '../../charter/index.js';
import { type LocalHour, monthDueOn } from './reporting-limit.js';

/** A month of an ORI as the records have it. */
export interface MonthTold {
  /** YYYY-MM */
  month: string;
  /** Reports that stand */
  incidents: number;
  zero: boolean;
  /** Programmes that something in it came too late for */
  lateFor: string[];
}

/** `missing`: the month is over and nobody has said whether there was force in it. `running`: it is not over. */
export type MonthState = 'reported' | 'zero' | 'missing' | 'running' | 'not-asked';

export interface ReporterTerm {
  /** YYYY-MM: the first and the last month that is asked for */
  since: string;
  until: string | null;
}

export function monthState(
  { month, incidents, zero }: MonthTold,
  { since, until }: ReporterTerm,
  now: LocalHour,
): MonthState {
  if (incidents > 0) return 'reported';
  if (zero) return 'zero';
  if (month < since || (until !== null && month > until)) return 'not-asked';
  return month >= now.day.slice(0, 7) ? 'running' : 'missing';
}

export interface ProgrammeDue {
  programme: string;
  /** YYYY-MM-DD, the last day in time */
  dueOn: string;
  overdue: boolean;
}

/** Which programmes wait for a month that is missing, and until when: those that ask for zero reports. */
export function programmesWaiting(
  month: string,
  now: LocalHour,
  programmes: readonly ReportingProgramme[],
): ProgrammeDue[] {
  return programmes
    .filter(({ zeroReports }) => zeroReports)
    .map((programme) => {
      const dueOn = monthDueOn(programme, month);
      return { programme: programme.code, dueOn, overdue: now.day > dueOn };
    });
}
