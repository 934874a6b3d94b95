import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/identifiers.js';

export async function insertReceipt(
  manager: EntityManager,
  receipt: { jurisdictionId: string; complaintId: string; codeHash: Buffer; at: Date },
): Promise<void> {
  await manager.query(
    'INSERT INTO redress.receipt (jurisdiction_id, id, complaint_id, code_hash) VALUES ($1, $2, $3, $4)',
    [receipt.jurisdictionId, newId(receipt.at), receipt.complaintId, receipt.codeHash],
  );
}

export async function findComplaintByReceipt(manager: EntityManager, codeHash: Buffer): Promise<string | null> {
  const rows: { complaintId: string }[] = await manager.query(
    'SELECT complaint_id AS "complaintId" FROM redress.receipt WHERE code_hash = $1',
    [codeHash],
  );
  return rows[0]?.complaintId ?? null;
}
