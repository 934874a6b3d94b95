import { Injectable } from '@nestjs/common';
import { jurisdictionDay } from '../../charter/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { holdPolicy } from '../records/policy.store.js';
import { PolicySteps } from '../records/policy-steps.js';
import { UNANSWERED } from '../rules/policy-status.js';

/** The addressee is given more time, for a reason; the day that stood stays in the record. */
@Injectable()
export class ExtendPolicyAnswer {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly steps: PolicySteps,
  ) {}

  /** @throws NotFound, RuleBroken answered-already (409), day-out-of-place (422) */
  async run(
    actor: ActorOf<'staff'>,
    policyId: string,
    { answerDueOn, reason }: { answerDueOn: string; reason: string },
  ): Promise<{ id: string }> {
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const held = await holdPolicy(manager, policyId);
      if (!UNANSWERED.includes(held.status))
        throw new RuleBroken('answered-already', 'It is answered, or withdrawn: nobody waits for an answer.');
      if (answerDueOn <= held.answerDueOn)
        throw new RuleBroken('day-out-of-place', `More time ends after ${held.answerDueOn}.`, 422);
      const takenOn = await jurisdictionDay(manager, actor.jurisdictionId, at);
      const words = { text: reason, url: null };
      const step = { kind: 'extension' as const, dueOn: answerDueOn, takenOn, words, answerDueOn };
      return this.steps.take(manager, { actor, held, at }, step);
    });
  }
}
