import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/identifiers.js';
import type { Statements } from '../../platform/postgres/in-one-statement.js';

export async function insertReceipt(
  manager: Statements,
  receipt: { jurisdictionId: string; complaintId: string; codeHash: Buffer; at: Date },
): Promise<void> {
  await manager.query(
    'INSERT INTO redress.receipt (jurisdiction_id, id, complaint_id, code_hash) VALUES ($1, $2, $3, $4)',
    [receipt.jurisdictionId, newId(receipt.at), receipt.complaintId, receipt.codeHash],
  );
}

/** From the commit on the code opens nothing. False when it was ended before: of two who end it at once, one is told no. */
export async function endReceipt(
  manager: EntityManager,
  receipt: { jurisdictionId: string; complaintId: string; receiptId: string; at: Date },
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.receipt_end (jurisdiction_id, receipt_id, complaint_id, ended_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (jurisdiction_id, receipt_id) DO NOTHING RETURNING receipt_id`,
    [receipt.jurisdictionId, receipt.receiptId, receipt.complaintId, receipt.at],
  );
  return rows.length === 1;
}

export interface HeldReceipt {
  receiptId: string;
  complaintId: string;
}

/** Null when there is no such receipt, or another was given in its place. */
export async function findReceipt(manager: EntityManager, codeHash: Buffer): Promise<HeldReceipt | null> {
  const rows: HeldReceipt[] = await manager.query(
    `SELECT r.id AS "receiptId", r.complaint_id AS "complaintId" FROM redress.receipt r
      WHERE r.code_hash = $1 AND NOT EXISTS (SELECT FROM redress.receipt_end e
        WHERE e.jurisdiction_id = r.jurisdiction_id AND e.receipt_id = r.id)`,
    [codeHash],
  );
  return rows[0] ?? null;
}
