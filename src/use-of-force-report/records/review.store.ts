import type { EntityManager } from 'typeorm';
import type { ReferredTo, ReportStatus, ReviewDecision } from '../rules/review-decision.js';

/** A report as a reviewer holds it. */
export interface HeldReport {
  status: ReportStatus;
  version: number;
  round: number;
  /** counting from 1 */
  position: number;
  openedAt: Date;
  charterId: string;
  timeZone: string;
  /** Who decided on this telling at another level */
  reviewers: string[];
}

const HOLD = `
  SELECT r.status, r.version, r.review_round AS round, r.review_level AS position, r.charter_id AS "charterId",
         coalesce(r.level_opened_at, r.submitted_at) AS "openedAt", j.time_zone AS "timeZone",
         ARRAY(SELECT v.reviewed_by FROM redress.use_of_force_review v
                WHERE v.report_id = r.id AND v.round = r.review_round AND v.decision <> 'skip') AS reviewers
    FROM redress.use_of_force_report r JOIN redress.jurisdiction j ON j.id = r.jurisdiction_id
   WHERE r.id = $1 FOR UPDATE OF r`;

/** Held until the transaction ends: of two who decide at once the second sees what the first did. */
export async function holdForReview(manager: EntityManager, reportId: string): Promise<HeldReport | null> {
  // The row is locked first and then read: a statement that waited for it would count the reviews of before.
  await manager.query('SELECT FROM redress.use_of_force_report WHERE id = $1 FOR UPDATE', [reportId]);
  const rows: HeldReport[] = await manager.query(HOLD, [reportId]);
  return rows[0] ?? null;
}

/** The caller holds the row. Returns the version that it has now. */
export async function moveReport(
  manager: EntityManager,
  reportId: string,
  to: { status: 'in_review' | 'accepted' | 'returned'; returnReason: string | null; at: Date },
): Promise<number> {
  const [rows]: [{ version: number }[], number] = await manager.query(
    `UPDATE redress.use_of_force_report SET status = $2, return_reason = $3, version = version + 1,
        review_level = review_level + CASE $2 WHEN 'in_review' THEN 1 ELSE 0 END, level_opened_at = $4
      WHERE id = $1 RETURNING version`,
    [reportId, to.status, to.returnReason, to.at],
  );
  if (!rows[0]) throw new Error(`Report ${reportId} went away while it was held.`);
  return rows[0].version;
}

export interface NewReview {
  jurisdictionId: string;
  id: string;
  reportId: string;
  decision: ReviewDecision;
  reasons: string | null;
  findings: readonly string[];
  round: number;
  position: number;
  level: string;
  dueAt: Date;
  late: boolean;
  reviewedBy: string;
  at: Date;
}

export async function insertReview(manager: EntityManager, review: NewReview): Promise<void> {
  await manager.query(
    `INSERT INTO redress.use_of_force_review (jurisdiction_id, id, report_id, decision, reasons, findings, round, position,
       level, due_at, late, reviewed_by, reviewed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[review.jurisdictionId, review.id, review.reportId, review.decision, review.reasons, review.findings],
      ...[review.round, review.position, review.level, review.dueAt, review.late, review.reviewedBy, review.at],
    ],
  );
}

/** Waits to be taken up: by the clerk onto an agenda, or into a complaint. */
export async function insertReferral(
  manager: EntityManager,
  referral: { jurisdictionId: string; id: string; reportId: string; reviewId: string; referTo: ReferredTo; at: Date },
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.use_of_force_referral (jurisdiction_id, id, report_id, review_id, refer_to, referred_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [referral.jurisdictionId, referral.id, referral.reportId, referral.reviewId, referral.referTo, referral.at],
  );
}
