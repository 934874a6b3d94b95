import type { EntityManager } from 'typeorm';

export interface NewForceLink {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  reportId: string;
  reasonCipher: Buffer;
  linkedBy: string;
  at: Date;
}

/** False when the two are linked already. */
export async function insertForceLink(manager: EntityManager, link: NewForceLink): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.use_of_force_link (jurisdiction_id, id, complaint_id, report_id, reason_cipher, linked_by, linked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
    [link.jurisdictionId, link.id, link.complaintId, link.reportId, link.reasonCipher, link.linkedBy, link.at],
  );
  return rows.length === 1;
}

/** False when there is no such link of the case that stands. That it stood stays in the record. */
export async function endForceLink(
  manager: EntityManager,
  ended: { complaintId: string; linkId: string; endedBy: string; at: Date },
): Promise<boolean> {
  const [rows]: [unknown[], number] = await manager.query(
    `UPDATE redress.use_of_force_link SET ended_by = $3, ended_at = $4
      WHERE id = $1 AND complaint_id = $2 AND ended_at IS NULL RETURNING id`,
    [ended.linkId, ended.complaintId, ended.endedBy, ended.at],
  );
  return rows.length === 1;
}

export async function reportIsThere(manager: EntityManager, reportId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query('SELECT FROM redress.use_of_force_report WHERE id = $1', [reportId]);
  return rows.length === 1;
}
