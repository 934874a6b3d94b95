import type { EntityManager } from 'typeorm';

export interface NewNotice {
  id: string;
  departmentId: string;
  ori: string | null;
  /** YYYY-MM */
  month: string;
  programme: string;
  /** YYYY-MM-DD */
  dueOn: string;
}

/** What is of a month has no report, and what is of a report neither programme, ORI nor month. */
export interface Notice extends Pick<NewNotice, 'id' | 'ori' | 'dueOn'> {
  kind: 'month-missing' | 'answers-pending';
  month: string | null;
  programme: string | null;
  reportId: string | null;
  reportNumber: string | null;
  raisedAt: Date;
  readAt: Date | null;
}

/** How many were new. */
export async function insertNotices(
  manager: EntityManager,
  jurisdictionId: string,
  notices: readonly NewNotice[],
  at: Date,
): Promise<number> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.department_notice (jurisdiction_id, kind, raised_at, id, department_id, ori, month, programme, due_on)
     SELECT $1, 'month-missing', $2, told.id, told."departmentId", told.ori, (told.month || '-01')::date, told.programme, told."dueOn"
       FROM jsonb_to_recordset($3::jsonb)
         AS told (id uuid, "departmentId" uuid, ori text, month text, programme text, "dueOn" date)
     ON CONFLICT DO NOTHING RETURNING id`,
    [jurisdictionId, at, JSON.stringify(notices)],
  );
  return rows.length;
}

const PAGE = `SELECT n.id, n.kind, n.programme, n.ori, to_char(n.month, 'YYYY-MM') AS month, n.due_on::text AS "dueOn",
    n.raised_at AS "raisedAt", n.read_at AS "readAt", n.report_id AS "reportId", r.report_number AS "reportNumber"
  FROM redress.department_notice n LEFT JOIN redress.use_of_force_report r ON r.jurisdiction_id = n.jurisdiction_id AND r.id = n.report_id
  WHERE n.department_id = $1 AND n.cleared_at IS NULL AND ($2::uuid IS NULL OR n.id < $2) ORDER BY n.id DESC LIMIT $3`;

/** A department's own that are not cleared, the newest first. */
export async function pageOfNotices(
  manager: EntityManager,
  departmentId: string,
  after: string | null,
  limit: number,
): Promise<Notice[]> {
  return manager.query(PAGE, [departmentId, after, limit]);
}

/** False: it is not there, or another's. Read twice, it keeps the first time. */
export async function markRead(manager: EntityManager, departmentId: string, id: string, at: Date): Promise<boolean> {
  const [, count]: [unknown[], number] = await manager.query(
    'UPDATE redress.department_notice SET read_at = coalesce(read_at, $3) WHERE department_id = $1 AND id = $2',
    [departmentId, id, at],
  );
  return count > 0;
}
