import type { Reporting, ReportingRow } from '../rules/material.js';
import type { ReportPeriod } from '../rules/report-period.js';
import { hashOf } from './hash-of.js';
import { isPublished } from './is-published.js';
import type { PublishedView } from './published-view.js';

const ROWS = `
  SELECT department, period, asked, zero, missing, reports, late, answered::float8 AS answered, median_days AS "medianDays", k
    FROM published.department_reporting
   WHERE jurisdiction = $1 AND CASE WHEN $4 THEN grain = 'year' AND period = $2 ELSE grain = 'month' AND period BETWEEN $2 AND $3 END
   ORDER BY department COLLATE "C", period`;

/** How departments reported, by the year where the report is of a calendar year, else by the month. */
export async function readReporting(view: PublishedView, slug: string, period: ReportPeriod): Promise<Reporting> {
  const year = period.from.endsWith('-01') && period.to.endsWith('-12');
  const [from, to] = year ? [period.code, period.code] : [period.from, period.to];
  const rows = (await isPublished(view, 'department_reporting'))
    ? await view.query<ReportingRow & { period: string }>(ROWS, [slug, from, to, year])
    : [];
  return { rows, sha256: hashOf(rows) };
}
