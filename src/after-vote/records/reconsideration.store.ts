import type { EntityManager } from 'typeorm';
import { NotFound } from '../../platform/errors/rule-broken.js';

export const ASKERS = ['complainant', 'chief', 'board'] as const;
export type Asker = (typeof ASKERS)[number];
export const RECONSIDERED = ['refused', 'stands', 'changed'] as const;
export type Reconsidered = (typeof RECONSIDERED)[number];

export interface NewReconsideration {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  askedBy: Asker;
  closingId: string | null;
  ground: string | null;
  groundsCipher: Buffer;
  /** Null: by the person themselves */
  takenBy: string | null;
  at: Date;
}

export async function insertReconsideration(manager: EntityManager, row: NewReconsideration): Promise<void> {
  await manager.query(
    `INSERT INTO redress.reconsideration (jurisdiction_id, id, complaint_id, asked_by, closing_id, ground, grounds_cipher,
        taken_by, asked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[row.jurisdictionId, row.id, row.complaintId, row.askedBy, row.closingId, row.ground],
      ...[row.groundsCipher, row.takenBy, row.at],
    ],
  );
}

export interface AskedBefore {
  /** The closing that stands; null: the case is open, or came closed from an import */
  closingId: string | null;
  /** ISO date */
  until: string | null;
  /** Of that closing */
  asked: boolean;
  /** By who complained, in all */
  times: number;
  /** One is not decided yet */
  pending: boolean;
  /** The board has decided something in the case */
  decided: boolean;
}

export async function askedBefore(manager: EntityManager, complaintId: string): Promise<AskedBefore> {
  const [row]: AskedBefore[] = await manager.query(
    `SELECT k.id AS "closingId", k.reconsider_until::text AS until,
            EXISTS (SELECT FROM redress.reconsideration r WHERE r.closing_id = k.id) AS asked,
            (SELECT count(*)::int FROM redress.reconsideration r WHERE r.complaint_id = c.id AND r.asked_by = 'complainant') AS times,
            EXISTS (SELECT FROM redress.reconsideration r WHERE r.complaint_id = c.id
              AND NOT EXISTS (SELECT FROM redress.reconsideration_end z WHERE z.reconsideration_id = r.id)) AS pending,
            EXISTS (SELECT FROM redress.decision d WHERE d.complaint_id = c.id AND d.allegation_id IS NOT NULL) AS decided
       FROM redress.complaint c
       LEFT JOIN redress.closing k ON k.jurisdiction_id = c.jurisdiction_id AND k.complaint_id = c.id AND c.status = 'closed'
        AND NOT EXISTS (SELECT FROM redress.closing later WHERE later.supersedes = k.id)
      WHERE c.id = $1`,
    [complaintId],
  );
  if (!row) throw new NotFound();
  return row;
}

export interface AskedReconsideration {
  askedBy: Asker;
  heardAt: Date | null;
  fromStatus: 'with_chief' | 'closed' | null;
  decided: boolean;
}

/** @throws NotFound */
export async function findReconsideration(
  manager: EntityManager,
  complaintId: string,
  id: string,
): Promise<AskedReconsideration> {
  const rows: AskedReconsideration[] = await manager.query(
    `SELECT r.asked_by AS "askedBy", h.brought_at AS "heardAt", h.from_status AS "fromStatus", z.outcome IS NOT NULL AS decided
       FROM redress.reconsideration r
       LEFT JOIN redress.reconsideration_hearing h ON h.jurisdiction_id = r.jurisdiction_id AND h.reconsideration_id = r.id
       LEFT JOIN redress.reconsideration_end z ON z.jurisdiction_id = r.jurisdiction_id AND z.reconsideration_id = r.id
      WHERE r.complaint_id = $1 AND r.id = $2`,
    [complaintId, id],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

interface Step {
  jurisdictionId: string;
  complaintId: string;
  reconsiderationId: string;
  by: string;
  at: Date;
}

export async function insertHearing(manager: EntityManager, step: Step & { fromStatus: string }): Promise<void> {
  await manager.query(
    `INSERT INTO redress.reconsideration_hearing (jurisdiction_id, reconsideration_id, complaint_id, from_status, brought_by,
        brought_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [step.jurisdictionId, step.reconsiderationId, step.complaintId, step.fromStatus, step.by, step.at],
  );
}

export async function insertReconsidered(
  manager: EntityManager,
  step: Step & { outcome: Reconsidered; motionId: string | null; reasonsCipher: Buffer },
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.reconsideration_end (jurisdiction_id, reconsideration_id, complaint_id, outcome, motion_id,
        reasons_cipher, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[step.jurisdictionId, step.reconsiderationId, step.complaintId, step.outcome, step.motionId],
      ...[step.reasonsCipher, step.by, step.at],
    ],
  );
}
