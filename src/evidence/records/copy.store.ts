import type { EntityManager } from 'typeorm';
import type { Unmade } from '../copying/picture-copier.js';

export interface StoredCopy {
  /** Why there is none; null: there is, and everything else is said */
  unmade: Unmade | null;
  objectKey: string | null;
  bytes: number | null;
  sha256: string | null;
  width: number | null;
  height: number | null;
}

/** Undefined: not made yet. */
export async function copyOf(manager: EntityManager, itemId: string): Promise<StoredCopy | undefined> {
  const rows: StoredCopy[] = await manager.query(
    `SELECT unmade, object_key AS "objectKey", bytes::float8 AS bytes, sha256, width, height
       FROM redress.evidence_copy WHERE item_id = $1`,
    [itemId],
  );
  return rows[0];
}

export interface NewCopy extends StoredCopy {
  jurisdictionId: string;
  itemId: string;
  complaintId: string;
  madeAt: Date;
}

/** False where another was faster. */
export async function insertCopy(manager: EntityManager, copy: NewCopy): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.evidence_copy (jurisdiction_id, item_id, complaint_id, unmade, object_key, bytes, sha256, width,
        height, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING item_id`,
    [
      ...[copy.jurisdictionId, copy.itemId, copy.complaintId, copy.unmade, copy.objectKey, copy.bytes, copy.sha256],
      ...[copy.width, copy.height, copy.madeAt],
    ],
  );
  return rows.length === 1;
}

/** Pictures that may be read and of which there is no copy, nor word why not. */
export async function uncopiedPictures(
  manager: EntityManager,
  most: number,
): Promise<{ itemId: string; complaintId: string }[]> {
  return manager.query(
    `SELECT f.item_id AS "itemId", f.complaint_id AS "complaintId" FROM redress.evidence_file f
       LEFT JOIN redress.evidence_scan s ON s.jurisdiction_id = f.jurisdiction_id AND s.item_id = f.item_id
      WHERE starts_with(f.media_type, 'image/') AND (s.result = 'clean' OR (s.result IS NULL AND NOT f.quarantined))
        AND NOT EXISTS (SELECT FROM redress.evidence_copy c WHERE c.jurisdiction_id = f.jurisdiction_id AND c.item_id = f.item_id)
      ORDER BY f.item_id LIMIT $1`,
    [most],
  );
}
