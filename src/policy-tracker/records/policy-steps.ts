import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../../history/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import type { ActorOf } from '../../shared/actor.js';
import { canGo, cannotGo } from '../../shared/status-machine.js';
import { OfficeWords } from '../../vault/index.js';
import { POLICY_MOVES, type PolicyStatus, type PolicyStepKind } from '../rules/policy-status.js';
import { insertStep } from './policy-step.store.js';
import { changePolicy, type HeldPolicy } from './policy.store.js';
import { publishStanding } from './published-policy.store.js';

export interface Step {
  kind: PolicyStepKind;
  outcome?: string;
  /** Sealed: under the case's key when the step is of one */
  words?: { text: string | null; url: string | null };
  dueOn?: string | null;
  motionId?: string | null;
  inCase?: { complaintId: string; evidenceId: string };
  takenOn: string;
  /** What it makes of the recommendation; left out: nothing */
  becomes?: PolicyStatus;
  /** The new day to answer by */
  answerDueOn?: string;
}

/** Takes a step of a recommendation that is held: the row, the new status, the history, and what the public is told of it. */
@Injectable()
export class PolicySteps {
  constructor(private readonly words: OfficeWords) {}

  /** @throws RuleBroken policy-status-forbids (409) */
  async take(
    manager: EntityManager,
    { actor, held, at }: { actor: ActorOf<'staff'>; held: HeldPolicy; at: Date },
    step: Step,
  ): Promise<{ id: string }> {
    const { jurisdictionId, staffId: recordedBy } = actor;
    const { kind, outcome = null, dueOn = null, motionId = null, inCase, takenOn, becomes } = step;
    const status = becomes ?? held.status;
    if (becomes && !canGo(POLICY_MOVES, held.status, becomes))
      throw new RuleBroken('policy-status-forbids', cannotGo(POLICY_MOVES, held.status, becomes));
    const id = newId();
    const complaintId = inCase?.complaintId ?? null;
    const place = { jurisdictionId, complaintId, table: 'policy_step', column: 'words_cipher', rowId: id };
    const wordsCipher = step.words ? await this.words.seal(manager, place, JSON.stringify(step.words)) : null;
    const row = { jurisdictionId, id, policyId: held.id, kind, outcome, dueOn, motionId, complaintId, wordsCipher };
    await insertStep(manager, { ...row, evidenceId: inCase?.evidenceId ?? null, takenOn, recordedBy, at });
    await changePolicy(manager, held.id, { status, answerDueOn: step.answerDueOn ?? held.answerDueOn });
    await publishStanding(manager, held.id, at);
    await recordHistory(manager, {
      actor,
      action: `policy-recommendation.${kind}`,
      subject: { kind: 'policy-recommendation', id: held.id },
      ...(complaintId === null ? {} : { complaintId }),
      details: { step: id, outcome, dueOn, motion: motionId, status },
      at,
    });
    return { id };
  }
}
