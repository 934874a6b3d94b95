import type { EntityManager } from 'typeorm';

export const ANSWERS = ['concur', 'concur_in_part', 'depart'] as const;
export type Answer = (typeof ANSWERS)[number];

export interface ChiefAnswer {
  jurisdictionId: string;
  id: string;
  recommendationId: string;
  complaintId: string;
  answer: Answer;
  reasons: string | null;
  recordedBy: string;
  at: Date;
}

/** One answer stands; a later one supersedes it, and both are kept. */
export async function insertChiefAnswer(manager: EntityManager, answer: ChiefAnswer): Promise<void> {
  await manager.query(
    `INSERT INTO redress.chief_answer (jurisdiction_id, id, recommendation_id, complaint_id, answer, reasons, answered_at,
        recorded_by, supersedes)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8,
       (SELECT a.id FROM redress.chief_answer a WHERE a.recommendation_id = $3
          AND NOT EXISTS (SELECT FROM redress.chief_answer later WHERE later.supersedes = a.id)))`,
    [
      answer.jurisdictionId,
      answer.id,
      answer.recommendationId,
      answer.complaintId,
      answer.answer,
      answer.reasons,
      answer.at,
      answer.recordedBy,
    ],
  );
}
