import type { EntityManager } from 'typeorm';
import type { ActorOf } from '../../shared/actor.js';

/** From the commit of this row on the release is gone, whole; the database takes it away itself. False when it was before. */
export async function insertWithdrawal(
  manager: EntityManager,
  { actor, releaseId, reason, at }: { actor: ActorOf<'staff'>; releaseId: string; reason: string; at: Date },
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.release_withdrawal (jurisdiction_id, release_id, reason, withdrawn_by, withdrawn_at)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING release_id`,
    [actor.jurisdictionId, releaseId, reason, actor.staffId, at],
  );
  return rows.length === 1;
}
