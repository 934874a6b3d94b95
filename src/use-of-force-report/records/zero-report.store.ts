import type { EntityManager } from 'typeorm';

export interface ZeroReport {
  id: string;
  /** The ORI that it is about; null where the department has none */
  ori: string | null;
  /** YYYY-MM */
  month: string;
  submittedAt: Date;
}

/** Whose month: an ORI's, or a department's that has none. `own`: the department's own ORI, which older rows do not name. */
export interface ReporterMonth {
  departmentId: string;
  ori: string | null;
  own: string | null;
  month: string;
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

export async function hasIncidentIn(
  manager: EntityManager,
  { departmentId, ori, own, month }: ReporterMonth,
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT FROM redress.use_of_force_report WHERE department_id = $1 AND status <> 'withdrawn'
        AND occurred_on >= $2::date AND occurred_on < $2::date + interval '1 month'
        AND coalesce(ori, $4::text) IS NOT DISTINCT FROM $3::text LIMIT 1`,
    [departmentId, `${month}-01`, ori, own],
  );
  return rows.length > 0;
}

/** The caller holds the department and has found that none stands. */
export async function insertZeroReport(
  manager: EntityManager,
  zero: ZeroReport & { jurisdictionId: string; departmentId: string; late: readonly string[] },
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.zero_report (jurisdiction_id, department_id, id, month, submitted_at, ori, late_for)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [zero.jurisdictionId, zero.departmentId, zero.id, `${zero.month}-01`, zero.submittedAt, zero.ori, zero.late],
  );
}

export async function findZeroReport(
  manager: EntityManager,
  { departmentId, ori, own, month }: ReporterMonth,
): Promise<ZeroReport | null> {
  const rows: ZeroReport[] = await manager.query(
    `SELECT id, coalesce(ori, $4::text) AS ori, to_char(month, 'YYYY-MM') AS month, submitted_at AS "submittedAt"
       FROM redress.zero_report
      WHERE (department_id = $1 OR ori = $3) AND month = $2 AND replaced_by IS NULL
        AND coalesce(ori, $4::text) IS NOT DISTINCT FROM $3::text`,
    [departmentId, `${month}-01`, ori, own],
  );
  return rows[0] ?? null;
}

/** A month with an incident is not one without: the first of these reports in it takes the zero report's place. */
export async function replaceZeroReports(
  manager: EntityManager,
  { departmentId, own }: Pick<ReporterMonth, 'departmentId' | 'own'>,
  reports: readonly { id: string; ori: string | null; occurredOn: string }[],
): Promise<string[]> {
  const [replaced]: [{ id: string }[], number] = await manager.query(
    `UPDATE redress.zero_report zero SET replaced_by = first.id
       FROM (SELECT DISTINCT ON (month, ori) date_trunc('month', occurred_on)::date AS month, ori, id
               FROM unnest($2::uuid[], $3::text[], $4::date[]) AS told (id, ori, occurred_on)
              ORDER BY month, ori, occurred_on, id) first
      WHERE (zero.department_id = $1 OR zero.ori = first.ori) AND zero.month = first.month AND zero.replaced_by IS NULL
        AND coalesce(zero.ori, $5::text) IS NOT DISTINCT FROM coalesce(first.ori, $5::text) RETURNING zero.id`,
    [
      departmentId,
      reports.map(({ id }) => id),
      reports.map(({ ori }) => ori),
      reports.map(({ occurredOn }) => occurredOn),
      own,
    ],
  );
  return replaced.map(({ id }) => id);
}
