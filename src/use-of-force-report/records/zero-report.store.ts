import type { EntityManager } from 'typeorm';

export interface ZeroReport {
  id: string;
  /** YYYY-MM */
  month: string;
  submittedAt: Date;
}

/**
 * Waits for reports of this department that are on their way in, and keeps new ones out until the transaction ends: each
 * of them holds the department's row by its foreign key. Without this, a zero report and an incident could pass each other.
 */
export async function holdDepartment(manager: EntityManager, departmentId: string): Promise<void> {
  await manager.query('SELECT FROM redress.department WHERE id = $1 FOR UPDATE', [departmentId]);
}

/** For a change that no foreign key holds the row for. */
export async function shareDepartment(manager: EntityManager, departmentId: string): Promise<void> {
  await manager.query('SELECT FROM redress.department WHERE id = $1 FOR KEY SHARE', [departmentId]);
}

export async function hasIncidentIn(manager: EntityManager, departmentId: string, month: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT FROM redress.use_of_force_report WHERE department_id = $1
        AND occurred_on >= $2::date AND occurred_on < $2::date + interval '1 month' LIMIT 1`,
    [departmentId, `${month}-01`],
  );
  return rows.length > 0;
}

/** The caller holds the department and has found that none stands. */
export async function insertZeroReport(
  manager: EntityManager,
  zero: ZeroReport & { jurisdictionId: string; departmentId: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.zero_report (jurisdiction_id, department_id, id, month, submitted_at) VALUES ($1, $2, $3, $4, $5)`,
    [zero.jurisdictionId, zero.departmentId, zero.id, `${zero.month}-01`, zero.submittedAt],
  );
}

export async function findZeroReport(
  manager: EntityManager,
  departmentId: string,
  month: string,
): Promise<ZeroReport | null> {
  const rows: ZeroReport[] = await manager.query(
    `SELECT id, to_char(month, 'YYYY-MM') AS month, submitted_at AS "submittedAt" FROM redress.zero_report
      WHERE department_id = $1 AND month = $2 AND replaced_by IS NULL`,
    [departmentId, `${month}-01`],
  );
  return rows[0] ?? null;
}

/** A month with an incident is not one without: the first of these reports in it takes the zero report's place. */
export async function replaceZeroReports(
  manager: EntityManager,
  departmentId: string,
  reports: readonly { id: string; occurredOn: string }[],
): Promise<string[]> {
  const [replaced]: [{ id: string }[], number] = await manager.query(
    `UPDATE redress.zero_report zero SET replaced_by = first.id
       FROM (SELECT DISTINCT ON (month) date_trunc('month', occurred_on)::date AS month, id
               FROM unnest($2::uuid[], $3::date[]) AS told (id, occurred_on) ORDER BY month, occurred_on, id) first
      WHERE zero.department_id = $1 AND zero.month = first.month AND zero.replaced_by IS NULL RETURNING zero.id`,
    [departmentId, reports.map(({ id }) => id), reports.map(({ occurredOn }) => occurredOn)],
  );
  return replaced.map(({ id }) => id);
}
