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

/** Ends a link that stands between this case and another; returns the two, or null. The link stays in the record. */
export async function endLink(
  manager: EntityManager,
  { complaintId, linkId, endedBy, at }: { complaintId: string; linkId: string; endedBy: string; at: Date },
): Promise<string[] | null> {
  const [ended]: [{ one: string; other: string }[], number] = await manager.query(
    `UPDATE redress.case_link SET ended_by = $3, ended_at = $4
      WHERE id = $1 AND $2 IN (complaint_id, linked_complaint_id) AND ended_at IS NULL
      RETURNING complaint_id AS one, linked_complaint_id AS other`,
    [linkId, complaintId, endedBy, at],
  );
  return ended[0] ? [ended[0].one, ended[0].other] : null;
}
