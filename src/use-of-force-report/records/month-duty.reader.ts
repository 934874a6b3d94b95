import type { EntityManager } from 'typeorm';
import { REPORTERS } from './reporters-sql.js';

/** What became of a month of an ORI (or of a department without one) that was to be told of, by whoever reports for it. */
export interface MonthDuty {
  /** Who reports */
  departmentId: string;
  /** YYYY-MM */
  month: string;
  state: 'reported' | 'zero' | 'missing';
}

/** As the calendar has them, for all departments and years at once: whole tables are joined, and no month is looked up by itself. */
const DUTIES = `
  WITH ${REPORTERS}, reporter_key AS (
    SELECT reporter.*, coalesce(ori, reported_by::text) AS key, to_date(since, 'YYYY-MM') AS first,
           coalesce(to_date(until, 'YYYY-MM'), $2::date) AS last
      FROM reporter
  ), told AS (
    SELECT DISTINCT department_id, ori, date_trunc('month', occurred_on)::date AS month
      FROM redress.use_of_force_report WHERE status <> 'withdrawn' AND occurred_on < $2::date
  ), reported AS (
    SELECT DISTINCT r.key, told.month FROM reporter_key r
      JOIN told ON told.department_id = r.reported_by AND (told.ori IS NOT DISTINCT FROM r.ori OR (told.ori IS NULL AND r.main))
  ), said_without AS (
    SELECT r.key, z.month FROM reporter_key r JOIN redress.zero_report z ON z.ori = r.ori AND z.replaced_by IS NULL
    UNION
    SELECT r.key, z.month FROM reporter_key r
      JOIN redress.zero_report z ON z.ori IS NULL AND z.department_id = r.reported_by AND z.replaced_by IS NULL WHERE r.main
  )
  SELECT r.reported_by AS "departmentId", to_char(m.month, 'YYYY-MM') AS month,
         CASE WHEN reported.key IS NOT NULL THEN 'reported' WHEN said_without.key IS NOT NULL THEN 'zero' ELSE 'missing' END AS state
    FROM reporter_key r
    CROSS JOIN LATERAL (SELECT month::date AS month FROM generate_series(r.first, r.last, interval '1 month') AS month) AS m
    LEFT JOIN reported ON reported.key = r.key AND reported.month = m.month
    LEFT JOIN said_without ON said_without.key = r.key AND said_without.month = m.month
   WHERE m.month < $2::date`;

/** Every month before the one of that day (YYYY-MM-DD) that is asked for. */
export async function monthDuties(manager: EntityManager, today: string): Promise<MonthDuty[]> {
  return manager.query(DUTIES, [null, `${today.slice(0, 7)}-01`]);
}
