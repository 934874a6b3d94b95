import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { lockSummary, setApproved } from '../records/public-summary.store.js';
import { countApprovals, insertSummaryApproval } from '../records/summary-approval.store.js';
import { SummaryReviewReader } from '../records/summary-review.reader.js';
import { APPROVALS_NEEDED } from '../rules/approvals-needed.js';
import { hitsUndecided, lookedAtAnother } from '../rules/summary-refusal.js';
import { refuseIf, whileIn } from './refuse-summary.js';

/** Somebody who wrote none of it puts their name under one text, with every hit that is found in it now. */
@Injectable()
export class ApproveSummary {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly reviewer: SummaryReviewReader,
  ) {}

  /**
   * The text is looked at anew: what became known of the case since may make a hit of what was none.
   * @throws NotFound, RuleBroken status-forbids, text-changed, hits-changed, hits-unresolved, already-approved (409); an error
   * of SQLSTATE RD012 for who wrote some of it
   */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    seen: { textSha256: string; reviewSha256: string },
  ): Promise<{ approvals: number; needed: number }> {
    const { jurisdictionId, staffId } = actor;
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const summary = await lockSummary(manager, complaintId);
      whileIn(summary, 'awaiting_approval');
      const review = await this.reviewer.review(manager, jurisdictionId, summary);
      const { textSha256, reviewSha256, hits } = review;
      refuseIf(lookedAtAnother(seen, review), hitsUndecided(review.unresolved));
      const { summaryId, revisionId } = summary;
      const approval = { jurisdictionId, complaintId, summaryId, revisionId, textSha256, reviewSha256, staffId };
      if (!(await insertSummaryApproval(manager, { ...approval, hitsShown: hits.length, approvedAt: at })))
        throw new RuleBroken(
          'already-approved',
          'You have approved this: the second approval must be another person’s.',
        );
      const approvals = await countApprovals(manager, approval);
      if (approvals >= APPROVALS_NEEDED) await setApproved(manager, summaryId, { reviewSha256, at });
      const subject = { kind: 'public_summary', id: summaryId };
      const details = { textSha256, reviewSha256, hitsShown: hits.length, approvals };
      await recordHistory(manager, { actor, action: 'public-summary.approve', subject, complaintId, details, at });
      return { approvals, needed: APPROVALS_NEEDED };
    });
  }
}
