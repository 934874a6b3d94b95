import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterById } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { type HeldReport, holdForReview, insertReferral, insertReview, moveReport } from '../records/review.store.js';
import { type ReferredTo, type ReviewDecision, statusAfter } from '../rules/review-decision.js';
import { reviewDue } from '../rules/review-due.js';
import { type ReviewRefusal, reviewRefused, type WantedReview } from '../rules/review-refused.js';

export interface Review {
  decision: ReviewDecision;
  /** Of a return the department reads them; the others are the agency's own. Only an acceptance needs none. */
  reasons?: string | undefined;
  /** Codes of the charter's `forceReview.findings` */
  findings?: readonly string[] | undefined;
  referTo?: ReferredTo | undefined;
  /** The level that is decided, by its code in the charter; a chain of several asks for it, or for `version` */
  level?: string | undefined;
  /** What the reviewer read; when it is given and the report is another by now, nothing is decided. */
  version?: number | null | undefined;
}

export interface Reviewed {
  status: 'in_review' | 'accepted' | 'returned';
  version: number;
  /** Decided after its time */
  late: boolean;
  /** To be taken up by the board's clerk or into a complaint; null when nothing was referred */
  referralId: string | null;
}

/** One level of the chain decides on what was submitted: the charter says which levels there are, and whose they are. */
@Injectable()
export class ReviewReport {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws NotFound, RuleBroken stale (412), status-forbids, other-level, reviewed-already (409), not-your-level (403),
   *   reasons-missing, findings-missing, not-in-charter, level-missing, referral-unclear, skipped-with-findings (422)
   */
  async run(actor: ActorOf<'staff'>, reportId: string, { version = null, ...review }: Review): Promise<Reviewed> {
    const at = this.clock.now();
    const wanted: WantedReview = {
      decision: review.decision,
      reasons: review.reasons?.trim() ?? '',
      findings: [...new Set(review.findings)],
      referTo: review.referTo ?? null,
      level: review.level ?? null,
    };
    return this.database.transaction(actor, async (manager) => {
      const held = await holdForReview(manager, reportId);
      if (!held) throw new NotFound();
      if (version !== null && held.version !== version) throw stale();
      if (held.status !== 'submitted' && held.status !== 'in_review') throw statusForbids(held.status);
      return decide(manager, actor, { reportId, held, wanted, readIt: version !== null, at });
    });
  }
}

interface Deciding {
  reportId: string;
  held: HeldReport;
  wanted: WantedReview;
  readIt: boolean;
  at: Date;
}

async function decide(
  manager: EntityManager,
  actor: ActorOf<'staff'>,
  { reportId, held, wanted, readIt, at }: Deciding,
): Promise<Reviewed> {
  const { forceReview } = (await charterById(manager, held.charterId)).document;
  const level = forceReview.levels[held.position - 1];
  if (!level) throw new Error(`Report ${reportId} is at a level that its charter does not have.`);
  const reviewedBefore = held.reviewers.includes(actor.staffId);
  const refusal = reviewRefused(wanted, level, forceReview, { roles: actor.roles, reviewedBefore, readIt });
  if (refusal) throw refused(refusal);
  const { jurisdictionId, staffId: reviewedBy } = actor;
  const { decision, reasons, findings, referTo } = wanted;
  const { round, position } = held;
  const dueAt = reviewDue(level, held.openedAt, held.timeZone);
  const late = at >= dueAt;
  const status = statusAfter(decision, position === forceReview.levels.length);
  const returnReason = decision === 'return' ? reasons : null;
  const id = newId();
  const said = { decision, reasons: reasons || null, findings, round, position, level: level.code, dueAt, late };
  await insertReview(manager, { jurisdictionId, id, reportId, ...said, reviewedBy, at });
  const version = await moveReport(manager, reportId, { status, returnReason, at });
  const referralId = referTo === null ? null : newId();
  if (referralId !== null && referTo !== null)
    await insertReferral(manager, { jurisdictionId, id: referralId, reportId, reviewId: id, referTo, at });
  const subject = { kind: 'use-of-force-report', id: reportId };
  const details = { level: level.code, findings, late };
  await recordHistory(manager, { actor, action: `use-of-force-report.${decision}`, subject, details, at });
  return { status, version, late, referralId };
}

export function stale(): RuleBroken {
  return new RuleBroken(
    'stale',
    'This report was changed since you read it: read it again, and decide on what it says now.',
    412,
  );
}

function refused({ code, message, status, path }: ReviewRefusal): RuleBroken {
  return new RuleBroken(code, message, status, path === undefined ? undefined : [{ path, code, message }]);
}

function statusForbids(status: string): RuleBroken {
  return new RuleBroken(
    'status-forbids',
    `This report is ${status}: only one that was submitted waits for a decision.`,
  );
}
