import type { EntityManager } from 'typeorm';
import type { MonthTold, ReporterTerm } from '../rules/month-state.js';
import { REPORTERS } from './reporters-sql.js';

/** One for whom somebody reports: an ORI, or a department that has none. */
export interface Reporter extends ReporterTerm {
  ori: string | null;
  departmentId: string;
  departmentName: string;
  /** Who reports for it: itself, or another under contract */
  reportedBy: string;
}

export interface ReporterMonths extends Reporter {
  months: MonthTold[];
}

/** Months are told of by who reports now, and by whoever sent something under the ORI before. */
const MONTHS = `
  WITH ${REPORTERS}
  SELECT reporter.ori, reporter.department_id AS "departmentId", reporter.reported_by AS "reportedBy",
         reporter.name AS "departmentName", reporter.since, reporter.until,
         json_agg(json_build_object('month', to_char(m, 'YYYY-MM'), 'incidents', r.incidents, 'zero', z.zero,
           'lateFor', ARRAY(SELECT DISTINCT late FROM unnest(r.late || z.late) AS late ORDER BY late)) ORDER BY m) AS months
    FROM reporter
    CROSS JOIN generate_series($2::date, $3::date, interval '1 month') AS m
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT r.id)::int AS incidents,
             coalesce(array_agg(DISTINCT late) FILTER (WHERE late IS NOT NULL), '{}') AS late
        FROM redress.use_of_force_report r LEFT JOIN LATERAL unnest(r.late_for) AS late ON true
       WHERE r.department_id = reporter.reported_by AND r.occurred_on >= m AND r.occurred_on < m + interval '1 month'
         AND r.status <> 'withdrawn' AND (r.ori IS NOT DISTINCT FROM reporter.ori OR (r.ori IS NULL AND reporter.main))) r
    CROSS JOIN LATERAL (
      SELECT count(z.id) > 0 AS zero, coalesce(array_agg(DISTINCT late) FILTER (WHERE late IS NOT NULL), '{}') AS late
        FROM redress.zero_report z LEFT JOIN LATERAL unnest(z.late_for) AS late ON true
       WHERE z.month = m AND z.replaced_by IS NULL AND ((z.ori IS NOT NULL AND z.ori = reporter.ori)
         OR (z.ori IS NULL AND reporter.main AND z.department_id = reporter.reported_by))) z
   GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY reporter.name, reporter.ori`;

/** Month by month from one to another (YYYY-MM), of one department's ORIs or (null) of everybody's. */
export async function readMonths(
  manager: EntityManager,
  departmentId: string | null,
  from: string,
  to: string,
): Promise<ReporterMonths[]> {
  return manager.query(MONTHS, [departmentId, `${from}-01`, `${to}-01`]);
}
