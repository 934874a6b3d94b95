import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/identifiers.js';
import { PENDING_ANSWERS } from './pending-answers-sql.js';

interface Overdue {
  reportId: string;
  departmentId: string;
  /** YYYY-MM-DD: the last day on which it was not */
  dueOn: string;
}

/** Reports whose oldest pending answer is older than so many days, and of which no notice stands. */
const OVERDUE = `
  SELECT p.id AS "reportId", p.department_id AS "departmentId",
         ((min(p.since) AT TIME ZONE j.time_zone)::date + $4::integer)::text AS "dueOn"
    FROM (${PENDING_ANSWERS}) AS p
    JOIN redress.department d ON d.id = p.department_id
    JOIN redress.jurisdiction j ON j.id = d.jurisdiction_id
   WHERE NOT EXISTS (SELECT FROM redress.department_notice n WHERE n.report_id = p.id AND n.cleared_at IS NULL)
   GROUP BY p.id, p.department_id, j.time_zone
  HAVING (min(p.since) AT TIME ZONE j.time_zone)::date + $4::integer < ($3::timestamptz AT TIME ZONE j.time_zone)::date`;

/** One notice a report, in its department's inbox. Returns how many were new. */
export async function raisePendingNotices(
  manager: EntityManager,
  jurisdictionId: string,
  days: number,
  at: Date,
): Promise<number> {
  const overdue: Overdue[] = await manager.query(OVERDUE, [null, null, at, days]);
  const notices = overdue.map((report) => ({ ...report, id: newId() }));
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.department_notice (jurisdiction_id, kind, raised_at, id, department_id, report_id, due_on)
     SELECT $1, 'answers-pending', $2, told.id, told."departmentId", told."reportId", told."dueOn"
       FROM jsonb_to_recordset($3::jsonb) AS told (id uuid, "departmentId" uuid, "reportId" uuid, "dueOn" date)
     ON CONFLICT DO NOTHING RETURNING id`,
    [jurisdictionId, at, JSON.stringify(notices)],
  );
  return rows.length;
}

const CLEAR = `
  UPDATE redress.department_notice notice SET cleared_at = $3
   WHERE notice.report_id = $2 AND notice.cleared_at IS NULL AND NOT EXISTS (${PENDING_ANSWERS})`;

/** Once nothing in a report is pending any more, or it was taken back, its department is not reminded of it. */
export async function clearPendingNotice(manager: EntityManager, reportId: string, at: Date): Promise<void> {
  await manager.query(CLEAR, [null, reportId, at]);
}
