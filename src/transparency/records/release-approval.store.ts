import type { EntityManager } from 'typeorm';

export interface ReleaseApproval {
  staffId: string;
  fileSha256: string;
  approvedAt: Date;
}

/** False when this person has approved it already. */
export async function insertApproval(
  manager: EntityManager,
  {
    jurisdictionId,
    releaseId,
    staffId,
    fileSha256,
    approvedAt,
  }: ReleaseApproval & { jurisdictionId: string; releaseId: string },
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.release_approval (jurisdiction_id, release_id, staff_id, file_sha256, approved_at)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING staff_id`,
    [jurisdictionId, releaseId, staffId, fileSha256, approvedAt],
  );
  return rows.length === 1;
}

/** Oldest first. */
export async function approvalsOf(manager: EntityManager, releaseId: string): Promise<ReleaseApproval[]> {
  const rows: ReleaseApproval[] = await manager.query(
    `SELECT staff_id AS "staffId", file_sha256 AS "fileSha256", approved_at AS "approvedAt"
       FROM redress.release_approval WHERE release_id = $1 ORDER BY approved_at, staff_id`,
    [releaseId],
  );
  return rows;
}
