import type { EntityManager } from 'typeorm';
import type { PeriodFigures } from '../rules/period-figures.js';

/** A department's reports of a period, counted; a period without a report is not among them. */
export interface ReportFigures extends Pick<PeriodFigures, 'reports' | 'late' | 'answers' | 'medianDays' | 'p90Days'> {
  departmentId: string;
  period: string;
  /** `<profile> <status>` → how many reports */
  statuses: Record<string, number>;
}

/** Months before the first day of the running one ($1), and years before the first day of the running one ($2). */
const FIGURES = `
  WITH counted AS MATERIALIZED (
    SELECT r.department_id, to_char(r.occurred_on, 'YYYY-MM') AS month,
           CASE WHEN r.occurred_on < $2::date THEN to_char(r.occurred_on, 'YYYY') END AS year,
           cardinality(r.late_for) > 0 AS late,
           greatest(0, (coalesce(first.told_at, r.submitted_at) AT TIME ZONE j.time_zone)::date - r.occurred_on) AS days,
           m.answered, m.pending, m.unknown_final, m.not_applicable, m.statuses
      FROM redress.use_of_force_report r
      JOIN redress.use_of_force_measure m ON m.jurisdiction_id = r.jurisdiction_id AND m.report_id = r.id
      JOIN redress.jurisdiction j ON j.id = r.jurisdiction_id
      LEFT JOIN (SELECT report_id, min(submitted_at) AS told_at FROM redress.use_of_force_former_submission GROUP BY report_id)
        AS first ON first.report_id = r.id
     WHERE r.source IS NULL AND r.status <> 'withdrawn' AND r.occurred_on < $1::date
  ), figures AS (
    SELECT department_id, coalesce(month, year) AS period, count(*)::integer AS reports,
           count(*) FILTER (WHERE late)::integer AS late,
           percentile_disc(0.5) WITHIN GROUP (ORDER BY days)::integer AS median_days,
           percentile_disc(0.9) WITHIN GROUP (ORDER BY days)::integer AS p90_days,
           jsonb_build_object('answered', sum(answered), 'pending', sum(pending), 'unknownFinal', sum(unknown_final),
             'notApplicable', sum(not_applicable)) AS answers
      FROM counted GROUP BY GROUPING SETS ((department_id, month), (department_id, year))
    HAVING coalesce(month, year) IS NOT NULL
  ), by_status AS (
    SELECT c.department_id, coalesce(c.month, c.year) AS period, s.key || ' ' || s.value AS status, count(*) AS reports
      FROM counted c, jsonb_each_text(c.statuses) AS s
     GROUP BY GROUPING SETS ((c.department_id, c.month, s.key, s.value), (c.department_id, c.year, s.key, s.value))
    HAVING coalesce(c.month, c.year) IS NOT NULL
  ), statuses AS (
    SELECT department_id, period, jsonb_object_agg(status, reports) AS statuses FROM by_status GROUP BY 1, 2
  )
  SELECT f.department_id AS "departmentId", f.period, f.reports, f.late, f.median_days AS "medianDays",
         f.p90_days AS "p90Days", f.answers, coalesce(s.statuses, '{}') AS statuses
    FROM figures f LEFT JOIN statuses s USING (department_id, period)`;

/** @param today YYYY-MM-DD where the agency is */
export async function reportFigures(manager: EntityManager, today: string): Promise<ReportFigures[]> {
  return manager.query(FIGURES, [`${today.slice(0, 7)}-01`, `${today.slice(0, 4)}-01-01`]);
}
