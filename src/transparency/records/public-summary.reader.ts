import { Injectable } from '@nestjs/common';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { type PublicSummary, summaryOf } from './public-summary.store.js';
import { type SummaryApproval, summaryApprovalsOf } from './summary-approval.store.js';
import { type SummaryReview, SummaryReviewReader } from './summary-review.reader.js';

/** A summary in clear, with every hit and who has approved it as it is now. */
export interface SummaryInFull extends SummaryReview, Omit<PublicSummary, 'textCipher' | 'textSha256'> {
  approvals: SummaryApproval[];
}

export interface AwaitingSummary {
  summaryId: string;
  complaintId: string;
  caseNumber: string;
  submittedAt: Date;
  /** By people other than whoever asks */
  approvals: number;
  /** False for who wrote some of it or has approved it */
  yoursToApprove: boolean;
}

/** Summaries as staff see them; the wall hides those of cases that somebody is recused from. */
@Injectable()
export class PublicSummaryReader {
  constructor(
    private readonly database: CaseDatabase,
    private readonly reviewer: SummaryReviewReader,
  ) {}

  /** @throws NotFound, RuleBroken case-unreadable (410) */
  async show(actor: ActorOf<'staff'>, complaintId: string): Promise<SummaryInFull> {
    // Not a read-only transaction: an imported case may get its key now.
    return this.database.transaction(actor, async (manager) => {
      const { textCipher: _, ...summary } = await summaryOf(manager, complaintId);
      const review = await this.reviewer.review(manager, actor.jurisdictionId, { ...summary, textCipher: _ });
      const approvals = await summaryApprovalsOf(manager, summary.revisionId);
      const standing = approvals.filter(({ reviewSha256 }) => reviewSha256 === review.reviewSha256);
      return { ...summary, ...review, approvals: standing };
    });
  }

  /** Oldest first; `after` is the last id of the page before. */
  async awaiting(
    actor: ActorOf<'staff'>,
    limit: number,
    after: string | null,
  ): Promise<{ items: AwaitingSummary[]; next: string | null }> {
    const rows: AwaitingSummary[] = await this.database.read(actor, (manager) =>
      manager.query(AWAITING, [limit + 1, after, actor.staffId]),
    );
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.summaryId ?? null) : null };
  }
}

const AWAITING = `
  SELECT s.id AS "summaryId", s.complaint_id AS "complaintId", c.case_number AS "caseNumber", s.submitted_at AS "submittedAt",
         (SELECT count(DISTINCT a.staff_id)::int FROM redress.public_summary_approval a
           WHERE a.revision_id = s.revision_id AND a.staff_id <> $3) AS approvals,
         NOT EXISTS (SELECT FROM redress.public_summary_revision r WHERE r.summary_id = s.id AND r.written_by = $3)
           AND NOT EXISTS (SELECT FROM redress.public_summary_approval a
             WHERE a.revision_id = s.revision_id AND a.staff_id = $3) AS "yoursToApprove"
    FROM redress.public_summary s JOIN redress.complaint c ON c.id = s.complaint_id
   WHERE s.status = 'awaiting_approval' AND ($2::uuid IS NULL OR s.id > $2)
   ORDER BY s.id LIMIT $1`;
