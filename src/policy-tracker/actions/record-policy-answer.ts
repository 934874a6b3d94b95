import { Injectable } from '@nestjs/common';
import { jurisdictionDay } from '../../charter/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { holdPolicy } from '../records/policy.store.js';
import { PolicySteps } from '../records/policy-steps.js';
import { answerRefused } from '../rules/policy-answer.js';
import { type PolicyAnswer, statusAfter } from '../rules/policy-status.js';

export interface PolicyAnswered {
  answer: PolicyAnswer;
  reasons?: string | null | undefined;
  /** YYYY-MM-DD; today when not said */
  answeredOn?: string | null | undefined;
  /** By when it is to be done */
  doneBy?: string | null | undefined;
}

/** What the addressee says to a recommendation, or that nothing came. A later answer supersedes. */
@Injectable()
export class RecordPolicyAnswer {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly steps: PolicySteps,
  ) {}

  /** @throws NotFound, RuleBroken day-out-of-place, reasons-missing, done-by-out-of-place, answer-not-due (422), policy-status-forbids (409) */
  async run(actor: ActorOf<'staff'>, policyId: string, answered: PolicyAnswered): Promise<{ id: string }> {
    const at = this.clock.now();
    const { answer } = answered;
    const reasons = answered.reasons ?? null;
    const doneBy = answered.doneBy ?? null;
    return this.database.transaction(actor, async (manager) => {
      const held = await holdPolicy(manager, policyId);
      const today = await jurisdictionDay(manager, actor.jurisdictionId, at);
      const answeredOn = answered.answeredOn ?? today;
      const refusal = answerRefused({ answer, reasons, answeredOn, doneBy }, { ...held, today });
      if (refusal) throw new RuleBroken(refusal.code, refusal.message, 422);
      const words = reasons === null ? {} : { words: { text: reasons, url: null } };
      const step = { kind: 'answer' as const, outcome: answer, dueOn: doneBy, takenOn: answeredOn, ...words };
      return this.steps.take(manager, { actor, held, at }, { ...step, becomes: statusAfter(answer) });
    });
  }
}
