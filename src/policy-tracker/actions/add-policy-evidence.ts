import { Injectable } from '@nestjs/common';
import { jurisdictionDay } from '../../charter/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { findBasisEvidence } from '../records/policy-step.store.js';
import { holdPolicy } from '../records/policy.store.js';
import { PolicySteps } from '../records/policy-steps.js';
import { PROMISED } from '../rules/policy-status.js';

export interface PolicyEvidence {
  text?: string | null | undefined;
  url?: string | null | undefined;
  /** Evidence that lies in a case on which the recommendation rests */
  complaintId?: string | null | undefined;
  evidenceId?: string | null | undefined;
}

/** Something shows that what was promised is done: a document on the web, or evidence in a case. It lies where it lies. */
@Injectable()
export class AddPolicyEvidence {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly steps: PolicySteps,
  ) {}

  /** @throws NotFound, RuleBroken evidence-unclear (422), not-promised (409) */
  async run(actor: ActorOf<'staff'>, policyId: string, evidence: PolicyEvidence): Promise<{ id: string }> {
    const at = this.clock.now();
    const { text, url, complaintId, evidenceId } = evidence;
    const inCase = complaintId && evidenceId ? { complaintId, evidenceId } : null;
    if (!inCase === !url || !complaintId !== !evidenceId)
      throw new RuleBroken('evidence-unclear', 'Give a url, or a complaintId with an evidenceId, and not both.', 422);
    return this.database.transaction(actor, async (manager) => {
      const held = await holdPolicy(manager, policyId);
      if (inCase) await findBasisEvidence(manager, { policyId, ...inCase });
      if (!PROMISED.includes(held.status))
        throw new RuleBroken('not-promised', 'Nobody has said that it will be done: record the answer first.');
      const takenOn = await jurisdictionDay(manager, actor.jurisdictionId, at);
      const words = { text: text ?? null, url: url ?? null };
      const step = { kind: 'evidence' as const, takenOn, words };
      return this.steps.take(manager, { actor, held, at }, inCase ? { ...step, inCase } : step);
    });
  }
}
