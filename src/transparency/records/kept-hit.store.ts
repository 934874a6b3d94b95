import type { EntityManager } from 'typeorm';
import type { CaseKey } from '../../vault/index.js';

/** Somebody decided that a hit stays in the text. */
export interface KeptHit {
  hitId: string;
  reason: string;
  keptBy: string;
  keptAt: Date;
}

export interface NewKeptHit extends KeptHit {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  summaryId: string;
  revisionId: string;
}

const place = (rowId: string) => ({ table: 'public_summary_kept_hit', column: 'reason_cipher', rowId });

/** The reason may quote what it is about, so it is sealed. False when that hit was kept already. */
export async function insertKeptHit(manager: EntityManager, key: CaseKey, hit: NewKeptHit): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.public_summary_kept_hit
       (jurisdiction_id, id, complaint_id, summary_id, revision_id, hit_id, reason_cipher, kept_by, kept_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
    [
      ...[hit.jurisdictionId, hit.id, hit.complaintId, hit.summaryId, hit.revisionId, hit.hitId],
      ...[key.seal(place(hit.id), hit.reason), hit.keptBy, hit.keptAt],
    ],
  );
  return rows.length === 1;
}

export async function keptHitsOf(manager: EntityManager, key: CaseKey, revisionId: string): Promise<KeptHit[]> {
  const rows: (Omit<KeptHit, 'reason'> & { id: string; reason: Buffer })[] = await manager.query(
    `SELECT id, hit_id AS "hitId", reason_cipher AS reason, kept_by AS "keptBy", kept_at AS "keptAt"
       FROM redress.public_summary_kept_hit WHERE revision_id = $1 ORDER BY id`,
    [revisionId],
  );
  return rows.map(({ id, reason, ...hit }) => ({ ...hit, reason: key.open(place(id), reason) }));
}
