import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { insertKeptHit } from '../records/kept-hit.store.js';
import { lockSummary } from '../records/public-summary.store.js';
import { SummaryReviewReader } from '../records/summary-review.reader.js';
import { lookedAtAnother } from '../rules/summary-refusal.js';
import { refuseIf, whileIn } from './refuse-summary.js';

export interface HitsToKeep {
  textSha256: string;
  hits: readonly { hitId: string; reason: string }[];
}

/** Who wrote the text says of hits why they may stay in it. Everything else is taken out by writing the text anew. */
@Injectable()
export class KeepHits {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly reviewer: SummaryReviewReader,
  ) {}

  /** @throws NotFound, RuleBroken status-forbids, text-changed, not-the-writer, hit-kept (409), no-such-hit (422) */
  async run(actor: ActorOf<'staff'>, complaintId: string, { textSha256, hits }: HitsToKeep): Promise<void> {
    const { jurisdictionId, staffId: keptBy } = actor;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const summary = await lockSummary(manager, complaintId);
      whileIn(summary, 'draft', 'awaiting_approval');
      const review = await this.reviewer.review(manager, jurisdictionId, summary);
      refuseIf(lookedAtAnother({ textSha256 }, review));
      if (summary.writtenBy !== keptBy)
        throw new RuleBroken('not-the-writer', 'Only who wrote this text keeps hits in it: write it anew to decide.');
      const key = await this.reviewer.keyOf(manager, jurisdictionId, complaintId);
      const { summaryId, revisionId } = summary;
      for (const [at_, { hitId, reason }] of hits.entries()) {
        if (!review.hits.some((hit) => hit.hitId === hitId)) throw noSuchHit(at_);
        const row = {
          jurisdictionId,
          id: newId(),
          complaintId,
          summaryId,
          revisionId,
          hitId,
          reason,
          keptBy,
          keptAt: at,
        };
        if (!(await insertKeptHit(manager, key, row)))
          throw new RuleBroken('hit-kept', 'A reason is recorded for this hit already.');
      }
      const subject = { kind: 'public_summary', id: summaryId };
      const details = { textSha256, hits: hits.map(({ hitId }) => hitId) };
      await recordHistory(manager, { actor, action: 'public-summary.keep-hits', subject, complaintId, details, at });
    });
  }
}

function noSuchHit(at: number): RuleBroken {
  const fault = {
    path: `/hits/${at}/hitId`,
    code: 'no-such-hit',
    message: 'No hit of this text has this id: read the summary again.',
  };
  return new RuleBroken('invalid', 'One thing is wrong with what was sent; `errors` says where.', 422, [fault]);
}
