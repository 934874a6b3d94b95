import type { EntityManager } from 'typeorm';

export interface SummaryApproval {
  staffId: string;
  reviewSha256: string;
  hitsShown: number;
  approvedAt: Date;
}

export interface NewSummaryApproval extends SummaryApproval {
  jurisdictionId: string;
  complaintId: string;
  summaryId: string;
  revisionId: string;
  textSha256: string;
}

/** False when this person has approved it already. @throws an error of SQLSTATE RD012 for who wrote some of it */
export async function insertSummaryApproval(manager: EntityManager, approval: NewSummaryApproval): Promise<boolean> {
  const { jurisdictionId, complaintId, summaryId, revisionId, reviewSha256, staffId } = approval;
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.public_summary_approval (jurisdiction_id, complaint_id, summary_id, revision_id, review_sha256,
        staff_id, text_sha256, hits_shown, approved_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING staff_id`,
    [
      ...[jurisdictionId, complaintId, summaryId, revisionId, reviewSha256, staffId],
      ...[approval.textSha256, approval.hitsShown, approval.approvedAt],
    ],
  );
  return rows.length === 1;
}

/** The approvals of this text, oldest first; those of an earlier review of it count no more. */
export async function summaryApprovalsOf(manager: EntityManager, revisionId: string): Promise<SummaryApproval[]> {
  return manager.query(
    `SELECT staff_id AS "staffId", review_sha256 AS "reviewSha256", hits_shown AS "hitsShown", approved_at AS "approvedAt"
       FROM redress.public_summary_approval WHERE revision_id = $1 ORDER BY approved_at, staff_id`,
    [revisionId],
  );
}

/** How many count, as the database itself counts them: people who wrote none of it and are not recused. */
export async function countApprovals(
  manager: EntityManager,
  { jurisdictionId, revisionId, reviewSha256 }: { jurisdictionId: string; revisionId: string; reviewSha256: string },
): Promise<number> {
  const rows: { count: number }[] = await manager.query('SELECT redress.summary_approvals($1, $2, $3)::int AS count', [
    jurisdictionId,
    revisionId,
    reviewSha256,
  ]);
  return rows[0]?.count ?? 0;
}
