import type { EntityManager } from 'typeorm';

/** An ORI, whose it is, who reports for it, and from which month to which (YYYY-MM) it is asked for. */
export interface ReportingOri {
  ori: string;
  departmentId: string;
  reportedBy: string;
  since: string;
  until: string | null;
}

/** What was said of it before is in the history. */
export async function saveOri(manager: EntityManager, jurisdictionId: string, told: ReportingOri): Promise<void> {
  await manager.query(
    `INSERT INTO redress.reporting_ori (jurisdiction_id, ori, department_id, reported_by, since, until)
     VALUES ($1, $2, $3, $4, ($5 || '-01')::date, ($6 || '-01')::date)
     ON CONFLICT (jurisdiction_id, ori) DO UPDATE SET department_id = excluded.department_id,
       reported_by = excluded.reported_by, since = excluded.since, until = excluded.until`,
    [jurisdictionId, told.ori, told.departmentId, told.reportedBy, told.since, told.until],
  );
}
