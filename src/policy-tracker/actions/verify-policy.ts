import { Injectable } from '@nestjs/common';
import { charterById, jurisdictionDay } from '../../charter/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { hasEvidence } from '../records/policy-step.store.js';
import { holdPolicy } from '../records/policy.store.js';
import { PolicySteps } from '../records/policy-steps.js';
import type { Verdict } from '../rules/policy-status.js';
import { requireAuthority } from './require-authority.js';

export interface Verification {
  verdict: Verdict;
  reasons: string;
  /** The carried motion by which the board says so; left out where the agency has the power itself */
  motionId?: string | null | undefined;
}

/** The board has looked whether what was promised is done, and says what it found. */
@Injectable()
export class VerifyPolicy {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly steps: PolicySteps,
  ) {}

  /** @throws NotFound, RuleBroken implementation-not-shown, no-carried-motion, policy-status-forbids (409), motion-missing (422) */
  async run(actor: ActorOf<'staff'>, policyId: string, verification: Verification): Promise<{ id: string }> {
    const at = this.clock.now();
    const { verdict, reasons } = verification;
    const motionId = verification.motionId ?? null;
    return this.database.transaction(actor, async (manager) => {
      const held = await holdPolicy(manager, policyId);
      await requireAuthority(manager, motionId, (await charterById(manager, held.charterId)).document);
      if (verdict !== 'not_implemented' && !(await hasEvidence(manager, policyId)))
        throw new RuleBroken(
          'implementation-not-shown',
          'Nothing on record shows that it is done: add the evidence first.',
        );
      const takenOn = await jurisdictionDay(manager, actor.jurisdictionId, at);
      const words = { text: reasons, url: null };
      const step = { kind: 'verification' as const, outcome: verdict, motionId, takenOn, words, becomes: verdict };
      return this.steps.take(manager, { actor, held, at }, step);
    });
  }
}
