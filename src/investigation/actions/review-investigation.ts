import { Injectable } from '@nestjs/common';
import { faultIf, sendBack, refuseFaults, workOnComplaint } from '../../complaint/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { insertReview, isAssignedTo, type ReviewDecision, reviewsOf } from '../records/review.store.js';

export interface Review {
  decision: ReviewDecision;
  /** What is to be mended; sealed. With `return` alone */
  points: string[];
}

/**
 * The supervisor looks at the investigation, and approves it or returns it with points that are each to be answered. Drafted
 * findings go no further without an approval of that very draft: the database notes which it was.
 */
@Injectable()
export class ReviewInvestigation {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), own-work, points-unanswered, status-forbids (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, { decision, points }: Review): Promise<{ reviewId: string }> {
    const { jurisdictionId, staffId: by } = actor;
    const id = newId();
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const { status } = await workOnComplaint(manager, complaintId, ['investigating', 'findings_drafted']);
      const wrong = (decision === 'return') !== points.length > 0;
      refuseFaults(
        faultIf(wrong, '/points', 'points-of-return', 'Give points when you return it, and none otherwise.'),
      );
      if (await isAssignedTo(manager, complaintId, by))
        throw new RuleBroken('own-work', 'The case is assigned to you: another supervisor reviews it.');
      const reviews = await reviewsOf(manager, complaintId);
      const open = reviews.flatMap((review) => review.points).filter(({ answer }) => answer === null);
      if (decision === 'approve' && open.length > 0)
        throw new RuleBroken('points-unanswered', `Points of earlier rounds have no answer yet: ${open.length}.`);
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const sealed = points.map((text) => {
        const rowId = newId();
        return { id: rowId, textCipher: key.seal({ table: 'review_point', column: 'text_cipher', rowId }, text) };
      });
      const round = reviews.length + 1;
      await insertReview(manager, { id, round, decision, points: sealed }, { jurisdictionId, complaintId, by, at });
      if (decision === 'return' && status === 'findings_drafted')
        await sendBack(manager, { jurisdictionId, complaintId, recordedBy: by, at });
      const subject = { kind: 'review', id };
      const details = { round, decision, points: points.length };
      await recordHistory(manager, { actor, action: 'investigation.review', subject, complaintId, details, at });
    });
    return { reviewId: id };
  }
}
