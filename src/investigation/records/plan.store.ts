import type { EntityManager } from 'typeorm';
import type { Signed } from './work.store.js';

export interface StoredPlan {
  planId: string;
  version: number;
  writtenBy: string;
  writtenAt: Date;
  textCipher: Buffer;
  approvedBy: string | null;
}

/** Newest first. */
export async function plansOf(manager: EntityManager, complaintId: string): Promise<StoredPlan[]> {
  return manager.query(
    `SELECT p.id AS "planId", p.version, p.written_by AS "writtenBy", p.written_at AS "writtenAt",
            p.text_cipher AS "textCipher", a.approved_by AS "approvedBy"
       FROM redress.investigation_plan p
       LEFT JOIN redress.plan_approval a ON a.jurisdiction_id = p.jurisdiction_id AND a.plan_id = p.id
      WHERE p.complaint_id = $1 ORDER BY p.version DESC`,
    [complaintId],
  );
}

export async function insertPlan(
  manager: EntityManager,
  { id, version, textCipher }: { id: string; version: number; textCipher: Buffer },
  { jurisdictionId, complaintId, by, at }: Signed,
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.investigation_plan (jurisdiction_id, id, complaint_id, version, text_cipher, written_by, written_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [jurisdictionId, id, complaintId, version, textCipher, by, at],
  );
}

export async function insertApproval(
  manager: EntityManager,
  { planId, writtenBy }: StoredPlan,
  { jurisdictionId, complaintId, by, at }: Signed,
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.plan_approval (jurisdiction_id, plan_id, complaint_id, written_by, approved_by, approved_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [jurisdictionId, planId, complaintId, writtenBy, by, at],
  );
}
