import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { lockSummary, setSubmitted } from '../records/public-summary.store.js';
import { SummaryReviewReader } from '../records/summary-review.reader.js';
import { hitsUndecided, lookedAtAnother } from '../rules/summary-refusal.js';
import { refuseIf, whileIn } from './refuse-summary.js';

/** The text is ready: every hit is decided, and two others may look at it. */
@Injectable()
export class SubmitSummary {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly reviewer: SummaryReviewReader,
  ) {}

  /** @throws NotFound, RuleBroken status-forbids, text-changed, hits-unresolved (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, { textSha256 }: { textSha256: string }): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const summary = await lockSummary(manager, complaintId);
      whileIn(summary, 'draft');
      const review = await this.reviewer.review(manager, actor.jurisdictionId, summary);
      refuseIf(lookedAtAnother({ textSha256 }, review), hitsUndecided(review.unresolved));
      await setSubmitted(manager, summary.summaryId, at);
      const subject = { kind: 'public_summary', id: summary.summaryId };
      const details = { textSha256, hitsKept: review.hits.length };
      await recordHistory(manager, { actor, action: 'public-summary.submit', subject, complaintId, details, at });
    });
  }
}
