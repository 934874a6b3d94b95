import type { EntityManager } from 'typeorm';

// What an earlier round before the board decided, decides this one no more; a case that came by an import has no rounds.
const IN_THIS_ROUND = 'coalesce(o.decided_at >= redress.before_board_since($1), true)';

const CARRIED_ON = `SELECT o.id FROM redress.motion o
  WHERE o.complaint_id = $1 AND o.allegation_id = $2 AND o.degree = 0 AND o.proposed_finding IS NOT NULL AND o.status = 'carried'
    AND ${IN_THIS_ROUND} LIMIT 1`;
const CARRIED = `SELECT FROM redress.motion o WHERE o.complaint_id = $1 AND o.id = $2 AND o.status = 'carried' AND o.degree = 0
    AND ${IN_THIS_ROUND}
    AND NOT EXISTS (SELECT FROM redress.motion later WHERE later.reconsiders = o.id AND later.status = 'carried')`;

/** A motion by which the board has found on the allegation since the case came before it; null: none. */
export async function findCarriedOn(
  manager: EntityManager,
  complaintId: string,
  allegationId: string,
): Promise<string | null> {
  const rows: { id: string }[] = await manager.query(CARRIED_ON, [complaintId, allegationId]);
  return rows[0]?.id ?? null;
}

/** Whether the board carried the motion since the case came before it, and has not reconsidered it. */
export async function carriesStill(manager: EntityManager, complaintId: string, motionId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(CARRIED, [complaintId, motionId]);
  return rows.length === 1;
}
