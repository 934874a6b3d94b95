import type { EntityManager } from 'typeorm';
import type { DenominatorKey, DenominatorStatement } from '../rules/denominator-statement.js';

export interface StandingDenominator extends DenominatorStatement {
  id: string;
  /** Counts from 1; the highest one stands */
  version: number;
}

/** Until the transaction ends, nobody else tells this count: of two who do at once, the later supersedes the earlier. */
export async function holdDenominator(manager: EntityManager, key: DenominatorKey): Promise<void> {
  await manager.query(
    `SELECT pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'denominator', redress.current_jurisdiction(), $1::text,
       $2::text, $3::text, $4::text), 0))`,
    [key.departmentId ?? 'place', key.kind, key.month, key.grouping],
  );
}

export async function standingDenominator(
  manager: EntityManager,
  key: DenominatorKey,
): Promise<StandingDenominator | null> {
  const rows: StandingDenominator[] = await manager.query(
    `SELECT id, department_id AS "departmentId", kind, to_char(month, 'YYYY-MM') AS month, grouping, source,
            source_url AS "sourceUrl", counts, version
       FROM redress.denominator
      WHERE department_id IS NOT DISTINCT FROM $1 AND kind = $2 AND month = $3 AND grouping = $4
      ORDER BY version DESC LIMIT 1`,
    [key.departmentId, key.kind, `${key.month}-01`, key.grouping],
  );
  return rows[0] ?? null;
}

export async function departmentStands(manager: EntityManager, departmentId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('SELECT FROM redress.department WHERE id = $1', [departmentId]);
  return rows.length > 0;
}

/** Recorded and published in one: it is told so that everybody may divide by it. */
export async function insertDenominator(
  manager: EntityManager,
  told: StandingDenominator & { jurisdictionId: string; at: Date },
): Promise<void> {
  const { jurisdictionId, id, departmentId, kind, grouping, source, sourceUrl, version } = told;
  const [month, counts] = [`${told.month}-01`, JSON.stringify(told.counts)];
  await manager.query(
    `INSERT INTO redress.denominator
       (jurisdiction_id, id, department_id, kind, month, grouping, source, source_url, counts, version, told_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [jurisdictionId, id, departmentId, kind, month, grouping, source, sourceUrl, counts, version, told.at],
  );
  await manager.query(
    `INSERT INTO published.denominator
       (id, jurisdiction, department, kind, month, grouping, source, source_url, counts, version)
     SELECT $2, j.slug, (SELECT d.name FROM redress.department d WHERE d.id = $3), $4, $5, $6, $7, $8, $9, $10
       FROM redress.jurisdiction j WHERE j.id = $1`,
    [jurisdictionId, id, departmentId, kind, month, grouping, source, sourceUrl, counts, version],
  );
}
