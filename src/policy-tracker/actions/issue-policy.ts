import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { codesOf, termOf, termsInForce } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { dayAfter } from '../../shared/day-after.js';
import { OfficeWords } from '../../vault/index.js';
import { type Basis, insertBasis, insertPolicy } from '../records/policy.store.js';
import { requireAuthority } from './require-authority.js';

export interface NewRecommendation {
  /** A code of the charter */
  kind: string;
  addressedTo: string;
  title: string;
  text: string;
  motionId?: string | null | undefined;
  /** YYYY-MM-DD; today when not said */
  issuedOn?: string | null | undefined;
  /** YYYY-MM-DD; by the charter's clock when not said */
  answerDueOn?: string | null | undefined;
  /** Cases that it rests on */
  basis?: readonly { complaintId: string; recommendationId?: string | null | undefined }[] | null | undefined;
}

export interface Issued {
  id: string;
  number: number;
  answerDueOn: string;
}

/** The board, or the agency by its own power, recommends something that is about no one case. */
@Injectable()
export class IssuePolicy {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly words: OfficeWords,
  ) {}

  /**
   * `also`: what else is done in the same transaction, once it is there.
   * @throws NotFound, RuleBroken unknown-policy-kind, day-out-of-place, motion-missing (422), no-carried-motion (409)
   */
  async run(
    actor: ActorOf<'staff'>,
    recommended: NewRecommendation,
    also: (manager: EntityManager, issued: Issued) => Promise<void> = () => Promise.resolve(),
  ): Promise<Issued> {
    const at = this.clock.now();
    const id = newId();
    const { jurisdictionId, staffId: writtenBy } = actor;
    const { kind, addressedTo, title, text } = recommended;
    const motionId = recommended.motionId ?? null;
    const basis = (recommended.basis ?? []).map(asBasis);
    return this.database.transaction(actor, async (manager) => {
      const { charter, today } = await termsInForce(manager, at);
      const { policyTracker } = charter.document.oversight;
      if (!termOf(policyTracker.kinds, kind))
        throw new RuleBroken('unknown-policy-kind', `The charter's kinds are ${codesOf(policyTracker.kinds)}.`, 422);
      const issuedOn = recommended.issuedOn ?? today;
      const answerDueOn = recommended.answerDueOn ?? dayAfter(issuedOn, policyTracker.answerDays);
      refuseDays(issuedOn, answerDueOn, today);
      if (!basis.some(({ recommendationId }) => recommendationId !== null))
        await requireAuthority(manager, motionId, charter.document);
      const place = {
        jurisdictionId,
        complaintId: null,
        table: 'policy_recommendation',
        column: 'words_cipher',
        rowId: id,
      };
      const wordsCipher = await this.words.seal(manager, place, JSON.stringify({ title, text }));
      const row = { jurisdictionId, id, charterId: charter.id, kind, addressedTo, motionId, wordsCipher };
      const number = await insertPolicy(manager, { ...row, issuedOn, answerDueOn, writtenBy, at });
      for (const each of basis) await insertBasis(manager, { jurisdictionId, policyId: id }, each);
      const subject = { kind: 'policy-recommendation', id };
      const details = { number, kind, motion: motionId, answerDueOn };
      await recordHistory(manager, { actor, action: 'policy-recommendation.issue', subject, details, at });
      for (const { complaintId } of basis)
        await recordHistory(manager, { actor, action: 'policy-recommendation.rest-on', subject, complaintId, at });
      const issued = { id, number, answerDueOn };
      await also(manager, issued);
      return issued;
    });
  }
}

function asBasis(given: { complaintId: string; recommendationId?: string | null | undefined }): Basis {
  return { complaintId: given.complaintId, recommendationId: given.recommendationId ?? null };
}

function refuseDays(issuedOn: string, answerDueOn: string, today: string): void {
  if (issuedOn <= today && answerDueOn >= issuedOn) return;
  throw new RuleBroken('day-out-of-place', 'It is issued today or was before, and answered no earlier than that.', 422);
}
