import type { EntityManager } from 'typeorm';

export interface NewIdentification {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  complaintOfficerId: string;
  /** Null: the one before was undone */
  officerId: string | null;
  /** By what they were known: a code of the charter */
  means: string | null;
  reasonCipher: Buffer | null;
  /** The one that turned out to be wrong */
  supersedes: string | null;
  recordedBy: string;
  at: Date;
}

export async function insertIdentification(manager: EntityManager, row: NewIdentification): Promise<void> {
  await manager.query(
    `INSERT INTO redress.officer_identification (jurisdiction_id, id, complaint_id, complaint_officer_id, officer_id,
        means, reason_cipher, supersedes, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[row.jurisdictionId, row.id, row.complaintId, row.complaintOfficerId, row.officerId],
      ...[row.means, row.reasonCipher, row.supersedes, row.recordedBy, row.at],
    ],
  );
}

/** The one that nothing has superseded; null when there is none on record. */
export async function standingIdentification(
  manager: EntityManager,
  complaintOfficerId: string,
): Promise<string | null> {
  const rows: { id: string }[] = await manager.query(
    `SELECT i.id FROM redress.officer_identification i WHERE i.complaint_officer_id = $1
        AND NOT EXISTS (SELECT FROM redress.officer_identification later WHERE later.supersedes = i.id)
      ORDER BY i.recorded_at DESC, i.id DESC LIMIT 1`,
    [complaintOfficerId],
  );
  return rows[0]?.id ?? null;
}

/** False for an officer who is unknown still. Whose department was told with the description stands. */
export async function clearIdentified(manager: EntityManager, complaintOfficerId: string): Promise<boolean> {
  const [cleared]: [unknown[], number] = await manager.query(
    `UPDATE redress.complaint_officer
        SET officer_id = NULL, rank_at_incident = NULL, unit_at_incident = NULL, command_at_incident = NULL,
            incident_basis = NULL, identified_at = NULL,
            department_id = CASE WHEN identified_at IS NULL THEN NULL ELSE department_id END
      WHERE id = $1 AND officer_id IS NOT NULL RETURNING id`,
    [complaintOfficerId],
  );
  return cleared.length === 1;
}
