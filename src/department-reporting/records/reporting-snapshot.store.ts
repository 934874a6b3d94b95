import type { EntityManager } from 'typeorm';
import type { ToldPeriod } from '../rules/told-period.js';

export interface SnapshotRow extends ToldPeriod {
  departmentId: string;
  k: number;
  /** ISO 8601 */
  asOf: string;
}

/** Until the transaction ends, nobody else counts this place. */
export async function holdSnapshot(manager: EntityManager): Promise<void> {
  await manager.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('department-reporting/' || redress.current_jurisdiction(), 0))`,
  );
}

const STANDING = `
  SELECT p.department_id AS "departmentId", p.grain, p.period, p.asked, p.zero, p.missing, p.reports, p.late,
         CASE WHEN p.answered IS NOT NULL THEN jsonb_build_object('answered', p.answered, 'pending', p.pending,
           'unknownFinal', p.unknown_final, 'notApplicable', p.not_applicable) END AS answers,
         p.median_days AS "medianDays", p.p90_days AS "p90Days", p.programmes, p.k,
         to_char(p.as_of AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "asOf"
    FROM published.department_reporting p JOIN redress.jurisdiction j ON j.slug = p.jurisdiction
   WHERE j.id = redress.current_jurisdiction()
   ORDER BY p.department_id, p.period COLLATE "C"`;

/** What is public of this place now. */
export async function standingSnapshot(manager: EntityManager): Promise<SnapshotRow[]> {
  return manager.query(STANDING);
}

const CHANGED = `
  SELECT r.department_id AS "departmentId", count(*)::integer AS changed
    FROM redress.use_of_force_report r
    JOIN unnest($1::uuid[], $2::timestamptz[]) AS since (department_id, at) ON since.department_id = r.department_id
   WHERE r.source IS NULL AND (r.submitted_at > since.at OR (r.status = 'withdrawn' AND EXISTS (
           SELECT FROM redress.use_of_force_amendment a WHERE a.jurisdiction_id = r.jurisdiction_id AND a.report_id = r.id
             AND a.kind = 'withdraw' AND a.amended_at > since.at)))
   GROUP BY 1`;

/** How many reports of each department came, were told anew or went since that moment of it. */
export async function reportsChanged(
  manager: EntityManager,
  since: readonly { departmentId: string; asOf: string }[],
): Promise<Map<string, number>> {
  const rows: { departmentId: string; changed: number }[] = await manager.query(CHANGED, [
    since.map(({ departmentId }) => departmentId),
    since.map(({ asOf }) => asOf),
  ]);
  return new Map(rows.map(({ departmentId, changed }) => [departmentId, changed]));
}

/** A name that two departments of a place have is told with its county. */
const PUT = `
  WITH named AS (
    SELECT d.id, CASE WHEN count(*) OVER (PARTITION BY d.name) > 1 THEN concat_ws(', ', d.name, d.county) ELSE d.name END AS name
      FROM redress.department d
  )
  INSERT INTO published.department_reporting (jurisdiction, jurisdiction_name, department_id, department, grain, period, asked,
    zero, missing, reports, late, answered, pending, unknown_final, not_applicable, median_days, p90_days, programmes, k, as_of)
  SELECT j.slug, j.name, named.id, named.name, row.grain, row.period, row.asked, row.zero, row.missing, row.reports, row.late,
         (row.answers ->> 'answered')::numeric, (row.answers ->> 'pending')::numeric, (row.answers ->> 'unknownFinal')::numeric,
         (row.answers ->> 'notApplicable')::numeric, row."medianDays", row."p90Days", row.programmes, row.k, row."asOf"
    FROM redress.jurisdiction j
    CROSS JOIN jsonb_to_recordset($1::jsonb) AS row ("departmentId" uuid, grain text, period text, asked integer, zero integer,
      missing integer, reports integer, late integer, answers jsonb, "medianDays" integer, "p90Days" integer, programmes jsonb,
      k integer, "asOf" timestamptz)
    JOIN named ON named.id = row."departmentId"
   WHERE j.id = redress.current_jurisdiction()`;

/** In the place of the snapshot before, whole. The database refuses one whose totals would give something away. */
export async function replaceSnapshot(manager: EntityManager, rows: readonly SnapshotRow[]): Promise<void> {
  await manager.query(
    `DELETE FROM published.department_reporting
      WHERE jurisdiction = (SELECT slug FROM redress.jurisdiction WHERE id = redress.current_jurisdiction())`,
  );
  await manager.query(PUT, [JSON.stringify(rows)]);
}
