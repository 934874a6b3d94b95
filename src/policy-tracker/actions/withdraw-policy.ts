import { Injectable } from '@nestjs/common';
import { charterById, jurisdictionDay } from '../../charter/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { holdPolicy } from '../records/policy.store.js';
import { PolicySteps } from '../records/policy-steps.js';
import { requireAuthority } from './require-authority.js';

/** The board takes a recommendation back. What the public was told stays, and says so. */
@Injectable()
export class WithdrawPolicy {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly steps: PolicySteps,
  ) {}

  /** @throws NotFound, RuleBroken no-carried-motion, policy-status-forbids (409), motion-missing (422) */
  async run(
    actor: ActorOf<'staff'>,
    policyId: string,
    { reason, motionId = null }: { reason: string; motionId?: string | null | undefined },
  ): Promise<{ id: string }> {
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const held = await holdPolicy(manager, policyId);
      await requireAuthority(manager, motionId, (await charterById(manager, held.charterId)).document);
      const takenOn = await jurisdictionDay(manager, actor.jurisdictionId, at);
      const words = { text: reason, url: null };
      const step = { kind: 'withdrawal' as const, motionId, takenOn, words, becomes: 'withdrawn' as const };
      return this.steps.take(manager, { actor, held, at }, step);
    });
  }
}
