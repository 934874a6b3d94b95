import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { type Decision, decideReport, findReportState, insertReview } from '../records/review.store.js';

export interface Review {
  decision: Decision;
  /** For the department; a report is not returned without saying why. */
  reasons?: string | undefined;
  /** What the reviewer read; when it is given and the report is another by now, nothing is decided. */
  version?: number | null | undefined;
}

/** The oversight staff accept what was submitted, or return it to be told anew. */
@Injectable()
export class ReviewReport {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken reasons-missing (422), status-forbids (409), stale (412) */
  async run(
    actor: ActorOf<'staff'>,
    reportId: string,
    { decision, version = null, ...review }: Review,
  ): Promise<{ status: 'accepted' | 'returned'; version: number }> {
    const at = this.clock.now();
    const reasons = review.reasons?.trim() ?? '';
    if (decision === 'return' && reasons === '') throw reasonsMissing();
    const status = decision === 'accept' ? 'accepted' : 'returned';
    return this.database.transaction(actor, async (manager) => {
      const returnReason = decision === 'return' ? reasons : null;
      const decided = await decideReport(manager, reportId, { status, returnReason, version });
      if (decided === null) throw notDecided(await findReportState(manager, reportId), version);
      const { jurisdictionId, staffId } = actor;
      await insertReview(manager, {
        jurisdictionId,
        reportId,
        decision,
        reasons: reasons || null,
        reviewedBy: staffId,
        at,
      });
      const subject = { kind: 'use-of-force-report', id: reportId };
      await recordHistory(manager, { actor, action: `use-of-force-report.${decision}`, subject, at });
      return { status, version: decided };
    });
  }
}

export function stale(): RuleBroken {
  return new RuleBroken(
    'stale',
    'This report was changed since you read it: read it again, and decide on what it says now.',
    412,
  );
}

function notDecided(state: { status: string; version: number } | null, version: number | null): Error {
  if (!state) return new NotFound();
  if (version !== null && state.version !== version) return stale();
  return new RuleBroken(
    'status-forbids',
    `This report is ${state.status}: only one that was submitted waits for a decision.`,
  );
}

function reasonsMissing(): RuleBroken {
  const message = 'Say what the department is to mend: a report is not returned without reasons.';
  return new RuleBroken('reasons-missing', message, 422, [{ path: '/reasons', code: 'reasons-missing', message }]);
}
