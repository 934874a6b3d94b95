import type { EntityManager } from 'typeorm';
import { recordHistoryOfMany } from '../../history/index.js';
import { newId } from '../../platform/identifiers.js';
import type { ActorOf } from '../../shared/actor.js';

export type AccessKind = 'content' | 'copy' | 'verification' | 'custody_report';

interface Access {
  actor: ActorOf<'staff'>;
  complaintId: string;
  itemIds: readonly string[];
  at: Date;
}

/** Who looked at what, and when: one entry an item for the custody report, and one in the history, which is sealed. */
export async function logAccess(manager: EntityManager, what: AccessKind, access: Access): Promise<void> {
  const { actor, complaintId, itemIds, at } = access;
  const { jurisdictionId, staffId } = actor;
  await manager.query(
    `INSERT INTO redress.evidence_access (jurisdiction_id, id, item_id, complaint_id, what, staff_id, at)
     SELECT $1, entry.id, entry.item_id, $4, $5, $6, $7 FROM unnest($2::uuid[], $3::uuid[]) AS entry (id, item_id)`,
    [jurisdictionId, itemIds.map(() => newId(at)), itemIds, complaintId, what, staffId, at],
  );
  const subjects = { kind: 'evidence', ids: itemIds };
  await recordHistoryOfMany(manager, {
    actor,
    action: 'evidence.access',
    subjects,
    complaintId,
    details: { what },
    at,
  });
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
