import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';

export interface AuditDraw {
  auditId: string;
  /** Null: all of the class were taken */
  seed: string | null;
  pool: string[];
  drawn: string[];
  drawnAt: Date;
}

/** The database draws again by itself and refuses any other sample (RD047). */
export async function insertDraw(
  manager: EntityManager,
  { jurisdictionId, drawnBy, ...draw }: AuditDraw & { jurisdictionId: string; drawnBy: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.audit_draw (jurisdiction_id, audit_id, seed, pool, drawn, drawn_by, drawn_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [jurisdictionId, draw.auditId, draw.seed, draw.pool, draw.drawn, drawnBy, draw.drawnAt],
  );
}

/** @throws NotFound while nothing was drawn */
export async function readDraw(
  manager: EntityManager,
  auditId: string,
): Promise<AuditDraw & { sampleSize: number | null }> {
  const rows: (AuditDraw & { sampleSize: number | null })[] = await manager.query(
    `SELECT d.audit_id AS "auditId", d.seed, d.pool, d.drawn, d.drawn_at AS "drawnAt", a.sample_size AS "sampleSize"
       FROM redress.audit_draw d JOIN redress.affairs_audit a ON a.jurisdiction_id = d.jurisdiction_id AND a.id = d.audit_id
      WHERE d.audit_id = $1`,
    [auditId],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}
