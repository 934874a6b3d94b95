import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/identifiers.js';

/** A round before the board begins: what an earlier one decided stands in the record, and decides this one no more. */
export async function insertBoardSubmission(
  manager: EntityManager,
  submission: { jurisdictionId: string; complaintId: string; by: string; at: Date },
): Promise<void> {
  const { jurisdictionId, complaintId, by, at } = submission;
  await manager.query(
    `INSERT INTO redress.board_submission (jurisdiction_id, id, complaint_id, submitted_by, submitted_at)
     VALUES ($1, $2, $3, $4, $5)`,
    [jurisdictionId, newId(at), complaintId, by, at],
  );
}
