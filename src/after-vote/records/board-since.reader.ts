import type { EntityManager } from 'typeorm';

/** Whether the board carried this motion about the case after that time. */
export async function carriedSince(
  manager: EntityManager,
  motion: { complaintId: string; motionId: string },
  since: Date,
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT FROM redress.motion WHERE complaint_id = $1 AND id = $2 AND status = 'carried' AND moved_at >= $3`,
    [motion.complaintId, motion.motionId, since],
  );
  return rows.length === 1;
}

/** Whether the board has found something else since than what it had found before. */
export async function foundOtherwiseSince(manager: EntityManager, complaintId: string, since: Date): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT FROM redress.finding f JOIN redress.finding former
         ON former.jurisdiction_id = f.jurisdiction_id AND former.id = f.supersedes
      WHERE f.complaint_id = $1 AND f.stage = 'board' AND f.recorded_at >= $2 AND f.finding <> former.finding`,
    [complaintId, since],
  );
  return rows.length > 0;
}
