import type { EntityManager } from 'typeorm';

export interface Upload {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  objectKey: string;
  begunAt: Date;
}

export async function beginUpload(manager: EntityManager, upload: Upload): Promise<void> {
  const { jurisdictionId, id, complaintId, objectKey, begunAt } = upload;
  await manager.query(
    `INSERT INTO redress.evidence_upload (jurisdiction_id, id, complaint_id, object_key, begun_at) VALUES ($1, $2, $3, $4, $5)`,
    [jurisdictionId, id, complaintId, objectKey, begunAt],
  );
}

/** The upload came to its end: a row names the object now, or the object is gone. */
export async function settleUpload(manager: EntityManager, id: string): Promise<void> {
  await manager.query('UPDATE redress.evidence_upload SET settled = true WHERE id = $1', [id]);
}

/** What was begun before that time and never came to an end, unless a row names it after all. */
export async function abandonedUploads(
  manager: EntityManager,
  before: Date,
): Promise<{ id: string; objectKey: string }[]> {
  return manager.query(
    `SELECT u.id, u.object_key AS "objectKey" FROM redress.evidence_upload u
      WHERE NOT u.settled AND u.begun_at < $1
        AND NOT EXISTS (SELECT FROM redress.evidence_file f WHERE f.object_key = u.object_key)
        AND NOT EXISTS (SELECT FROM redress.evidence_copy c WHERE c.object_key = u.object_key) LIMIT 1000`,
    [before],
  );
}
