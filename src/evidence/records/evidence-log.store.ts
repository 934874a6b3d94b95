import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/identifiers.js';

export type AccessKind = 'content' | 'copy' | 'verification' | 'custody_report';

interface OfItems {
  jurisdictionId: string;
  complaintId: string;
  itemIds: readonly string[];
  staffId: string;
  at: Date;
}

/** Who looked at what, and when: one entry an item. */
export async function logAccess(manager: EntityManager, what: AccessKind, access: OfItems): Promise<void> {
  const { jurisdictionId, complaintId, itemIds, staffId, at } = access;
  await manager.query(
    `INSERT INTO redress.evidence_access (jurisdiction_id, id, item_id, complaint_id, what, staff_id, at)
     SELECT $1, entry.id, entry.item_id, $4, $5, $6, $7 FROM unnest($2::uuid[], $3::uuid[]) AS entry (id, item_id)`,
    [jurisdictionId, itemIds.map(() => newId(at)), itemIds, complaintId, what, staffId, at],
  );
}

export interface FileCheck {
  jurisdictionId: string;
  complaintId: string;
  itemId: string;
  fault: 'altered' | 'missing' | null;
  /** null: found out by the system itself */
  checkedBy: string | null;
  at: Date;
}

export async function insertCheck(manager: EntityManager, check: FileCheck): Promise<void> {
  const { jurisdictionId, complaintId, itemId, fault, checkedBy, at } = check;
  await manager.query(
    `INSERT INTO redress.evidence_check (jurisdiction_id, id, item_id, complaint_id, ok, fault, checked_by, checked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [jurisdictionId, newId(at), itemId, complaintId, fault === null, fault, checkedBy, at],
  );
}
