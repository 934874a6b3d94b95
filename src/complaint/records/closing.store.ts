import type { EntityManager } from 'typeorm';
import type { CaseEnd } from '../../charter/index.js';

export interface NewClosing {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  endedAs: CaseEnd | 'closed';
  reason: string | null;
  disposition: string | null;
  retentionClass: string | null;
  /** By what right it is kept so long */
  authority: string | null;
  /** YYYY-MM-DD */
  disposeAfter: string | null;
  /** YYYY-MM-DD: until when who complained may ask the board to think again; null: no right to */
  reconsiderUntil: string | null;
  /** Null: who complained took it back */
  closedBy: string | null;
  at: Date;
}

/** The closing with the one before it kept; the case itself shows how it stands closed now. */
export async function insertClosing(manager: EntityManager, closing: NewClosing): Promise<void> {
  await manager.query(
    `INSERT INTO redress.closing (jurisdiction_id, id, complaint_id, reason, disposition, retention_class, authority,
        dispose_after, closed_by, closed_at, ended_as, reconsider_until, supersedes)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, (SELECT k.id FROM redress.closing k WHERE k.complaint_id = $3
       AND NOT EXISTS (SELECT FROM redress.closing later WHERE later.supersedes = k.id)))`,
    [
      ...[closing.jurisdictionId, closing.id, closing.complaintId, closing.reason, closing.disposition],
      ...[
        closing.retentionClass,
        closing.authority,
        closing.disposeAfter,
        closing.closedBy,
        closing.at,
        closing.endedAs,
        closing.reconsiderUntil,
      ],
    ],
  );
  await manager.query(
    'UPDATE redress.complaint SET closing_reason = $2, retention_class = $3, dispose_after = $4 WHERE id = $1',
    [closing.complaintId, closing.reason, closing.retentionClass, closing.disposeAfter],
  );
}

export interface NewReopening {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  reasonCipher: Buffer;
  reopenedBy: string;
  at: Date;
}

/** The case is open: nothing says any more how it was closed, nor when it may be destroyed. */
export async function insertReopening(manager: EntityManager, reopening: NewReopening): Promise<void> {
  await manager.query(
    `INSERT INTO redress.reopening (jurisdiction_id, id, complaint_id, closing_id, reason_cipher, reopened_by, reopened_at)
     VALUES ($1, $2, $3, (SELECT k.id FROM redress.closing k WHERE k.complaint_id = $3
       AND NOT EXISTS (SELECT FROM redress.closing later WHERE later.supersedes = k.id)), $4, $5, $6)`,
    [
      ...[reopening.jurisdictionId, reopening.id, reopening.complaintId],
      ...[reopening.reasonCipher, reopening.reopenedBy, reopening.at],
    ],
  );
  await isOpenAgain(manager, reopening.complaintId);
}

/** Nothing says any more how the case ended, nor when it may be destroyed; the record of its closings does. */
export async function isOpenAgain(manager: EntityManager, complaintId: string): Promise<void> {
  await manager.query(
    `UPDATE redress.complaint SET closing_reason = NULL, retention_class = NULL, dispose_after = NULL, closed_on = NULL
      WHERE id = $1`,
    [complaintId],
  );
}

/** How often who complained has asked the board to think again. */
export async function timesReconsidered(manager: EntityManager, complaintId: string): Promise<number> {
  const rows: { times: number }[] = await manager.query(
    `SELECT count(*)::int AS times FROM redress.reconsideration WHERE complaint_id = $1 AND asked_by = 'complainant'`,
    [complaintId],
  );
  return rows[0]?.times ?? 0;
}
