import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/identifiers.js';

export const DECISIONS = ['accept', 'return'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Null when the report is not there, does not wait for review, or is not at the version that the reviewer read. */
export async function decideReport(
  manager: EntityManager,
  reportId: string,
  decided: { status: 'accepted' | 'returned'; returnReason: string | null; version: number | null },
): Promise<number | null> {
  const [rows]: [{ version: number }[], number] = await manager.query(
    `UPDATE redress.use_of_force_report SET status = $2, return_reason = $3, version = version + 1
      WHERE id = $1 AND status = 'submitted' AND ($4::integer IS NULL OR version = $4) RETURNING version`,
    [reportId, decided.status, decided.returnReason, decided.version],
  );
  return rows[0]?.version ?? null;
}

export async function findReportState(
  manager: EntityManager,
  reportId: string,
): Promise<{ status: string; version: number } | null> {
  const rows: { status: string; version: number }[] = await manager.query(
    'SELECT status, version FROM redress.use_of_force_report WHERE id = $1',
    [reportId],
  );
  return rows[0] ?? null;
}

export async function insertReview(
  manager: EntityManager,
  review: {
    jurisdictionId: string;
    reportId: string;
    decision: Decision;
    reasons: string | null;
    reviewedBy: string;
    at: Date;
  },
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.use_of_force_review (jurisdiction_id, id, report_id, decision, reasons, reviewed_by, reviewed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [review.jurisdictionId, newId(), review.reportId, review.decision, review.reasons, review.reviewedBy, review.at],
  );
}
