import { repeated, when } from './fault-finding.js';
import type { Term } from './term.js';

export const REPORTING_SPANS = ['incident', 'month', 'year'] as const;
export const LIMIT_UNITS = ['hours', 'days'] as const;

/** A programme that departments report their uses of force to, and by when. */
export interface ReportingProgramme extends Term {
  /** By what right, in words. */
  authority: string;
  /** What the limit is counted from: each incident, the end of its month, the end of its year. */
  from: (typeof REPORTING_SPANS)[number];
  within: { count: number; unit: (typeof LIMIT_UNITS)[number] };
  /** A month without force has to be said so. */
  zeroReports: boolean;
}

export interface ReportingTerms {
  programmes: ReportingProgramme[];
  /** Days after which a department is reminded of answers that it told as pending; null: it never is. Absent: the generic ones. */
  remindOfPendingAfterDays?: number | null;
}

/** What is wrong with these terms, each with its place. */
export function reportingFaults({ programmes, remindOfPendingAfterDays = null }: ReportingTerms): string[] {
  return [
    ...when(
      remindOfPendingAfterDays !== null &&
        !(Number.isInteger(remindOfPendingAfterDays) && remindOfPendingAfterDays >= 1),
      'forceReporting.remindOfPendingAfterDays must be a whole number of days, at least 1, or null',
    ),
    ...repeated('forceReporting.programmes', programmes),
    ...programmes.flatMap(({ code, within, from }) => [
      ...when(
        !Number.isInteger(within.count) || within.count < 1,
        `forceReporting.programmes: ${code} has no whole number of ${within.unit} for its limit`,
      ),
      ...when(
        from !== 'incident' && within.unit === 'hours',
        `forceReporting.programmes: ${code} counts from a ${from}, so its limit is in days`,
      ),
    ]),
  ];
}
