import type { EntityManager } from 'typeorm';
import { comesFrom } from '../rules/complaint-status.js';

export interface HeldBatch {
  firstReviewer: string | null;
  secondReviewer: string | null;
  rejectedBy: string | null;
}

/**
 * What is due and free: ended, past its last day, held by nothing, waiting in no other batch. A case that is hidden from
 * whoever draws the batch is not in it. Returns how many there are.
 */
export async function drawBatch(
  manager: EntityManager,
  batch: { jurisdictionId: string; id: string; dueBy: string; drawnBy: string; at: Date; limit: number },
): Promise<number> {
  await manager.query(
    `INSERT INTO redress.disposal_batch (jurisdiction_id, id, due_by, drawn_by, drawn_at) VALUES ($1, $2, $3, $4, $5)`,
    [batch.jurisdictionId, batch.id, batch.dueBy, batch.drawnBy, batch.at],
  );
  const items: unknown[] = await manager.query(
    `INSERT INTO redress.disposal_item (jurisdiction_id, batch_id, complaint_id, retention_class, authority, due_on)
     SELECT c.jurisdiction_id, $1, c.id, c.retention_class, k.authority, c.dispose_after
       FROM redress.complaint c
       JOIN redress.closing k ON k.jurisdiction_id = c.jurisdiction_id AND k.complaint_id = c.id
        AND NOT EXISTS (SELECT FROM redress.closing later WHERE later.supersedes = k.id)
      WHERE c.status = ANY ($4) AND c.dispose_after < $2 AND k.authority IS NOT NULL
        AND NOT EXISTS (SELECT FROM redress.legal_hold h WHERE h.complaint_id = c.id
          AND NOT EXISTS (SELECT FROM redress.legal_hold_release r WHERE r.hold_id = h.id))
        AND NOT EXISTS (SELECT FROM redress.disposal_item i JOIN redress.disposal_batch b
            ON b.jurisdiction_id = i.jurisdiction_id AND b.id = i.batch_id
          WHERE i.complaint_id = c.id AND b.second_reviewer IS NULL AND b.rejected_by IS NULL)
      ORDER BY c.dispose_after, c.id LIMIT $3
     RETURNING complaint_id`,
    [batch.id, batch.dueBy, batch.limit, comesFrom('disposed')],
  );
  return items.length;
}

/** Held until the transaction ends, so that of two reviewers one is the second. */
export async function holdBatch(manager: EntityManager, batchId: string): Promise<HeldBatch | null> {
  const rows: HeldBatch[] = await manager.query(
    `SELECT first_reviewer AS "firstReviewer", second_reviewer AS "secondReviewer", rejected_by AS "rejectedBy"
       FROM redress.disposal_batch WHERE id = $1 FOR UPDATE`,
    [batchId],
  );
  return rows[0] ?? null;
}

const SIGNED = {
  first: 'UPDATE redress.disposal_batch SET first_reviewer = $2, first_at = $3 WHERE id = $1',
  second: 'UPDATE redress.disposal_batch SET second_reviewer = $2, second_at = $3 WHERE id = $1',
  rejected: 'UPDATE redress.disposal_batch SET rejected_by = $2, rejected_at = $3 WHERE id = $1',
};

export async function signBatch(
  manager: EntityManager,
  batchId: string,
  { as, by, at }: { as: keyof typeof SIGNED; by: string; at: Date },
): Promise<void> {
  await manager.query(SIGNED[as], [batchId, by, at]);
}

/** The cases of the batch, each held, with whether it may still be destroyed: a hold or a second look may have come between. */
export async function itemsToDispose(
  manager: EntityManager,
  batchId: string,
  today: string,
): Promise<{ complaintId: string; outcome: 'disposed' | 'held' | 'not_due' }[]> {
  return manager.query(
    `SELECT i.complaint_id AS "complaintId", CASE
         WHEN EXISTS (SELECT FROM redress.legal_hold h WHERE h.complaint_id = c.id
           AND NOT EXISTS (SELECT FROM redress.legal_hold_release r WHERE r.hold_id = h.id)) THEN 'held'
         WHEN c.status = ANY ($3) AND c.dispose_after < $2 AND c.retention_class = i.retention_class THEN 'disposed'
         ELSE 'not_due' END AS outcome
       FROM redress.disposal_item i
       JOIN redress.complaint c ON c.jurisdiction_id = i.jurisdiction_id AND c.id = i.complaint_id
      WHERE i.batch_id = $1 ORDER BY i.complaint_id FOR UPDATE OF c`,
    [batchId, today, comesFrom('disposed')],
  );
}

export async function noteOutcome(
  manager: EntityManager,
  batchId: string,
  complaintId: string,
  outcome: string,
): Promise<void> {
  await manager.query('UPDATE redress.disposal_item SET outcome = $3 WHERE batch_id = $1 AND complaint_id = $2', [
    batchId,
    complaintId,
    outcome,
  ]);
}
