import type { EntityManager } from 'typeorm';

export interface NewIdentification {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  complaintOfficerId: string;
  /** Null: the one before was undone */
  officerId: string | null;
  reasonCipher: Buffer | null;
  recordedBy: string;
  at: Date;
}

export async function insertIdentification(manager: EntityManager, row: NewIdentification): Promise<void> {
  await manager.query(
    `INSERT INTO redress.officer_identification (jurisdiction_id, id, complaint_id, complaint_officer_id, officer_id,
        reason_cipher, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[row.jurisdictionId, row.id, row.complaintId, row.complaintOfficerId, row.officerId],
      ...[row.reasonCipher, row.recordedBy, row.at],
    ],
  );
}

/** False for an officer who was known from the start, or is unknown still. */
export async function clearIdentified(manager: EntityManager, complaintOfficerId: string): Promise<boolean> {
  const [cleared]: [unknown[], number] = await manager.query(
    `UPDATE redress.complaint_officer
        SET officer_id = NULL, rank_at_incident = NULL, unit_at_incident = NULL, identified_at = NULL
      WHERE id = $1 AND officer_id IS NOT NULL AND identified_at IS NOT NULL RETURNING id`,
    [complaintOfficerId],
  );
  return cleared.length === 1;
}
