import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterById, codesOf, termOf } from '../../charter/index.js';
import { CaseVault } from '../../complaint/index.js';
import { noteCaseEvent, takeBackEvents } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { answerDue } from '../records/answer-due.js';
import { lockCase } from '../records/case.store.js';
import { deliveryPlace, insertDelivery } from '../records/delivery.store.js';
import { findRecommendation } from '../records/recommendation.store.js';
import { transmittalOf } from '../records/transmittal.reader.js';
import { unansweredRecommendations } from '../records/unanswered.reader.js';
import { answerable } from '../rules/answerable.js';

export interface Delivered {
  /** A code of the charter's `afterVote.deliveryWays` */
  way: string;
  deliveredAt: Date;
  /** Who took it */
  recipient: string;
  /** Hex, of what was handed over; left out: it was the recommendation's own document */
  documentSha256?: string | undefined;
  /** A tracking number, a signature's place */
  proof?: string | undefined;
}

interface Of {
  complaintId: string;
  recommendationId: string;
}

/** The chief has it, and this proves it: from this day on the clock of the answer runs. */
@Injectable()
export class DeliverRecommendation {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken case-not-with-chief (409), unknown-way, delivered-at-no-time (422) */
  async run(actor: ActorOf<'staff'>, of: Of, given: Delivered): Promise<{ id: string; answerDueOn: string }> {
    const { jurisdictionId, staffId: recordedBy } = actor;
    const { complaintId } = of;
    const id = newId();
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const { charterId } = await this.refuse(manager, of, given, at);
      const documentSha256 = given.documentSha256 ?? (await transmittalOf(manager, of)).sha256;
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const details = JSON.stringify({ recipient: given.recipient, documentSha256, proof: given.proof ?? null });
      const detailsCipher = key.seal(deliveryPlace(id), details);
      const { way, deliveredAt } = given;
      const row = { jurisdictionId, id, ...of, way, deliveredAt, detailsCipher, recordedBy, recordedAt: at };
      const deliveredOn = await insertDelivery(manager, row);
      await this.startClock(manager, { jurisdictionId, recordedBy, at, ...of, on: deliveredOn });
      const subject = { kind: 'recommendation-delivery', id };
      const told = { recommendation: of.recommendationId, way, on: deliveredOn };
      await recordHistory(manager, {
        ...{ actor, action: 'recommendation.deliver', subject, complaintId, details: told, at },
      });
      const standing = { jurisdictionId, complaintId, charterId };
      return { id, answerDueOn: await answerDue(manager, standing, { deliveredOn, now: at }) };
    });
  }

  private async refuse(manager: EntityManager, of: Of, { way, deliveredAt }: Delivered, now: Date) {
    const { status, charterId } = await lockCase(manager, of.complaintId);
    const recommendation = await findRecommendation(manager, { id: of.recommendationId, complaintId: of.complaintId });
    if (!recommendation) throw new NotFound();
    if (!answerable(recommendation, status))
      throw new RuleBroken(
        'case-not-with-chief',
        `The case is ${status}: nothing of it is delivered to the chief now.`,
      );
    const { deliveryWays } = (await charterById(manager, charterId)).document.afterVote;
    if (!termOf(deliveryWays, way))
      throw new RuleBroken('unknown-way', `The charter's ways of delivery are ${codesOf(deliveryWays)}.`, 422);
    if (deliveredAt > now || deliveredAt < recommendation.sentAt)
      throw new RuleBroken('delivered-at-no-time', 'It was delivered after it was sent, and not later than now.', 422);
    return { charterId };
  }

  /** The case's own clock goes by the oldest that waits for an answer, and runs again when one was answered before. */
  private async startClock(
    manager: EntityManager,
    { recommendationId, on, ...noted }: Of & { jurisdictionId: string; recordedBy: string; at: Date; on: string },
  ): Promise<void> {
    const waiting = await unansweredRecommendations(manager, noted.complaintId);
    const oldest = waiting.flatMap(({ deliveredOn }) => deliveredOn ?? []).sort()[0];
    await noteCaseEvent(manager, { ...noted, event: 'delivered_to_chief', on: oldest ?? on });
    if (waiting.some(({ id }) => id === recommendationId)) await takeBackEvents(manager, noted, ['chief_answered']);
  }
}
