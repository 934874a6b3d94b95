import type { EntityManager } from 'typeorm';
import type { LinkKind } from '../rules/link-kind.js';

export interface NewLink {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  linkedComplaintId: string;
  kind: LinkKind;
  reasonCipher: Buffer;
  linkedBy: string;
  at: Date;
}

/** False when the two are linked already, whichever way round. */
export async function insertLink(manager: EntityManager, link: NewLink): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.case_link (jurisdiction_id, id, complaint_id, linked_complaint_id, kind, reason_cipher, linked_by, linked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
    [
      ...[link.jurisdictionId, link.id, link.complaintId, link.linkedComplaintId],
      ...[link.kind, link.reasonCipher, link.linkedBy, link.at],
    ],
  );
  return rows.length === 1;
}

export interface StandingLink {
  id: string;
  complaintId: string;
  linkedComplaintId: string;
}

/** The link of this case that stands, by its id or by the other case; held until the transaction ends. */
export async function holdLink(
  manager: EntityManager,
  complaintId: string,
  { linkId, other }: { linkId?: string; other?: string },
): Promise<StandingLink | null> {
  const rows: StandingLink[] = await manager.query(
    `SELECT id, complaint_id AS "complaintId", linked_complaint_id AS "linkedComplaintId" FROM redress.case_link
      WHERE $1 IN (complaint_id, linked_complaint_id) AND ended_at IS NULL
        AND ($2::uuid IS NULL OR id = $2) AND ($3::uuid IS NULL OR $3 IN (complaint_id, linked_complaint_id)) FOR UPDATE`,
    [complaintId, linkId ?? null, other ?? null],
  );
  return rows[0] ?? null;
}

/** The link stays in the record, with why it ended. */
export async function endLink(
  manager: EntityManager,
  { id, reasonCipher, endedBy, at }: { id: string; reasonCipher: Buffer; endedBy: string; at: Date },
): Promise<void> {
  await manager.query(
    'UPDATE redress.case_link SET ended_by = $2, ended_at = $3, ended_reason_cipher = $4 WHERE id = $1',
    [id, endedBy, at, reasonCipher],
  );
}

/** Whether a case was closed into another, or into one that was closed into it, and so on. */
export async function isClosedInto(manager: EntityManager, complaintId: string, other: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `WITH RECURSIVE into_which (id) AS (
       SELECT $1::uuid
       UNION SELECT l.linked_complaint_id FROM into_which w
         JOIN redress.complaint c ON c.id = w.id AND c.status = 'closed'
         JOIN redress.case_link l ON l.complaint_id = w.id AND l.kind = 'duplicate' AND l.ended_at IS NULL)
     SELECT FROM into_which WHERE id = $2`,
    [complaintId, other],
  );
  return rows.length > 0;
}
