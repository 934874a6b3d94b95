import type { EntityManager } from 'typeorm';
import type { Signed } from './work.store.js';

export type ReviewDecision = 'approve' | 'return';

export interface StoredReview {
  reviewId: string;
  round: number;
  decision: ReviewDecision;
  reviewedBy: string;
  reviewedAt: Date;
  /** The findings as they stand drafted are the ones that were looked at */
  ofLastDraft: boolean;
  points: { pointId: string; text: string; answer: string | null; answeredBy: string | null }[];
}

/** In order; the texts are sealed and base64. */
export async function reviewsOf(manager: EntityManager, complaintId: string): Promise<StoredReview[]> {
  return manager.query(
    `SELECT r.id AS "reviewId", r.round, r.decision, r.reviewed_by AS "reviewedBy", r.reviewed_at AS "reviewedAt",
            r.draft = (SELECT c.draft FROM redress.complaint c WHERE c.id = r.complaint_id) AS "ofLastDraft",
            (SELECT coalesce(jsonb_agg(jsonb_build_object('pointId', p.id, 'text', encode(p.text_cipher, 'base64'),
                 'answer', encode(a.text_cipher, 'base64'), 'answeredBy', a.answered_by) ORDER BY p.position), '[]')
               FROM redress.review_point p LEFT JOIN redress.review_answer a
                 ON a.jurisdiction_id = p.jurisdiction_id AND a.point_id = p.id
              WHERE p.review_id = r.id) AS points
       FROM redress.supervisor_review r WHERE r.complaint_id = $1 ORDER BY r.round`,
    [complaintId],
  );
}

export async function insertReview(
  manager: EntityManager,
  review: { id: string; round: number; decision: ReviewDecision; points: { id: string; textCipher: Buffer }[] },
  { jurisdictionId, complaintId, by, at }: Signed,
): Promise<void> {
  const { id, round, decision, points } = review;
  await manager.query(
    `INSERT INTO redress.supervisor_review (jurisdiction_id, id, complaint_id, round, decision, reviewed_by, reviewed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [jurisdictionId, id, complaintId, round, decision, by, at],
  );
  await manager.query(
    `INSERT INTO redress.review_point (jurisdiction_id, id, complaint_id, review_id, position, text_cipher)
     SELECT $1, point.id, $3, $4, point.position, point.cipher
       FROM unnest($2::uuid[], $5::bytea[]) WITH ORDINALITY AS point (id, cipher, position)`,
    [jurisdictionId, points.map((point) => point.id), complaintId, id, points.map(({ textCipher }) => textCipher)],
  );
}

/** False when it was answered already. */
export async function insertAnswer(
  manager: EntityManager,
  { pointId, textCipher }: { pointId: string; textCipher: Buffer },
  { jurisdictionId, complaintId, by, at }: Signed,
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.review_answer (jurisdiction_id, point_id, complaint_id, text_cipher, answered_by, answered_at)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (jurisdiction_id, point_id) DO NOTHING RETURNING point_id`,
    [jurisdictionId, pointId, complaintId, textCipher, by, at],
  );
  return rows.length === 1;
}

/** Whether the case is this person's to work on: nobody reviews their own work. */
export async function isAssignedTo(manager: EntityManager, complaintId: string, staffId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    'SELECT FROM redress.assignment WHERE complaint_id = $1 AND staff_id = $2 AND ended_at IS NULL',
    [complaintId, staffId],
  );
  return rows.length > 0;
}
