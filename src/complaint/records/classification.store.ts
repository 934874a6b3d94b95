import type { EntityManager } from 'typeorm';
import type { Track } from '../../charter/index.js';

/** The class that the case is in; null before the first. */
export async function lastClassification(
  manager: EntityManager,
  complaintId: string,
): Promise<{ id: string; classification: string } | null> {
  const rows: { id: string; classification: string }[] = await manager.query(
    `SELECT k.id, k.classification FROM redress.classification k
      WHERE k.complaint_id = $1 AND NOT EXISTS (SELECT FROM redress.classification later WHERE later.supersedes = k.id)`,
    [complaintId],
  );
  return rows[0] ?? null;
}

export interface NewClassification {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  classification: string;
  track: Track;
  reasonCipher: Buffer | null;
  supersedes: string | null;
  decidedBy: string;
  at: Date;
}

/** The new class with the one before it kept; the case itself shows the last. */
export async function setClassification(manager: EntityManager, row: NewClassification): Promise<void> {
  await manager.query(
    `INSERT INTO redress.classification (jurisdiction_id, id, complaint_id, classification, track, reason_cipher,
        supersedes, decided_by, decided_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[row.jurisdictionId, row.id, row.complaintId, row.classification, row.track],
      ...[row.reasonCipher, row.supersedes, row.decidedBy, row.at],
    ],
  );
  await manager.query('UPDATE redress.complaint SET classification = $2, track = $3 WHERE id = $1', [
    row.complaintId,
    row.classification,
    row.track,
  ]);
}
