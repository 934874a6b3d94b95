import type { EntityManager } from 'typeorm';

export interface HoldStep {
  jurisdictionId: string;
  holdId: string;
  complaintId: string;
  reasonCipher: Buffer;
  by: string;
  at: Date;
}

export async function insertHold(manager: EntityManager, hold: HoldStep): Promise<void> {
  await manager.query(
    `INSERT INTO redress.legal_hold (jurisdiction_id, id, complaint_id, reason_cipher, placed_by, placed_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [hold.jurisdictionId, hold.holdId, hold.complaintId, hold.reasonCipher, hold.by, hold.at],
  );
}

/** False: it was released before. */
export async function insertHoldRelease(manager: EntityManager, release: HoldStep): Promise<boolean> {
  const inserted: unknown[] = await manager.query(
    `INSERT INTO redress.legal_hold_release (jurisdiction_id, hold_id, complaint_id, reason_cipher, released_by, released_at)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING hold_id`,
    [release.jurisdictionId, release.holdId, release.complaintId, release.reasonCipher, release.by, release.at],
  );
  return inserted.length === 1;
}

export async function hasHold(manager: EntityManager, complaintId: string, holdId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('SELECT FROM redress.legal_hold WHERE complaint_id = $1 AND id = $2', [
    complaintId,
    holdId,
  ]);
  return rows.length === 1;
}

/** Whether anything holds the case now. */
export async function isHeld(manager: EntityManager, complaintId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT FROM redress.legal_hold h WHERE h.complaint_id = $1
        AND NOT EXISTS (SELECT FROM redress.legal_hold_release r WHERE r.hold_id = h.id)`,
    [complaintId],
  );
  return rows.length > 0;
}
