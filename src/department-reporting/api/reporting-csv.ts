import { stringify } from 'csv-stringify/sync';
import type { ReportingRow } from '../records/public-reporting.reader.js';

const STATUSES = ['complete', 'incomplete', 'notReportable', 'notBound'] as const;

/** One line a row; each programme that any of them knows has four columns. What is withheld is empty, and named in `withheld`. */
export function reportingCsv(rows: readonly ReportingRow[]): string {
  const profiles = [...new Set(rows.flatMap(({ programmes }) => programmes.map(({ profile }) => profile)))].sort();
  const lines = rows.map(({ answers, programmes, withheld, ...row }) => ({
    ...row,
    ...(answers ?? {}),
    ...Object.fromEntries(
      programmes.flatMap((told) => STATUSES.map((status) => [`${told.profile}.${status}`, told[status]])),
    ),
    withheld: withheld.join(' '),
  }));
  const columns = [
    ...['department', 'grain', 'period', 'asked', 'zero', 'missing', 'reports', 'late'],
    ...['answered', 'pending', 'unknownFinal', 'notApplicable', 'medianDays', 'p90Days'],
    ...profiles.flatMap((profile) => STATUSES.map((status) => `${profile}.${status}`)),
    ...['withheld', 'k', 'asOf'],
  ];
  return stringify(lines, { header: true, columns, escape_formulas: true });
}
