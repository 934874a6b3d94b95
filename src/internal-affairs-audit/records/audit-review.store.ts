import type { EntityManager } from 'typeorm';
import type { AuditVerdict } from '../rules/review-faults.js';

/** How often the file was looked at, and whether more work was asked for since. */
export async function looksAt(
  manager: EntityManager,
  fileId: string,
): Promise<{ rounds: number; askedSince: boolean }> {
  const rows: { rounds: number; askedSince: boolean }[] = await manager.query(
    `SELECT coalesce(max(v.round), 0) AS rounds, EXISTS (SELECT FROM redress.audit_request q
        WHERE q.file_id = $1 AND q.requested_at >= max(v.reviewed_at)) AS "askedSince"
       FROM redress.audit_review v WHERE v.file_id = $1`,
    [fileId],
  );
  return rows[0] ?? { rounds: 0, askedSince: false };
}

export interface NewReview {
  jurisdictionId: string;
  id: string;
  auditId: string;
  fileId: string;
  round: number;
  reviewedBy: string;
  at: Date;
  answers: readonly { item: string; verdict: AuditVerdict; reasonsCipher: Buffer | null }[];
}

/** The case is the file's own: the database takes it over. */
export async function insertReview(manager: EntityManager, review: NewReview): Promise<void> {
  const { jurisdictionId, id, answers } = review;
  await manager.query(
    `INSERT INTO redress.audit_review (jurisdiction_id, id, audit_id, file_id, round, reviewed_by, reviewed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [jurisdictionId, id, review.auditId, review.fileId, review.round, review.reviewedBy, review.at],
  );
  await manager.query(
    `INSERT INTO redress.audit_answer (jurisdiction_id, review_id, item, verdict, reasons_cipher)
     SELECT $1, $2, answer.item, answer.verdict, answer.reasons
       FROM unnest($3::text[], $4::text[], $5::bytea[]) AS answer (item, verdict, reasons)`,
    [
      ...[jurisdictionId, id, answers.map(({ item }) => item), answers.map(({ verdict }) => verdict)],
      answers.map(({ reasonsCipher }) => reasonsCipher),
    ],
  );
}
