import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterById, jurisdictionDay } from '../../charter/index.js';
import { CaseVault, refuseFaults, termFaults, workOnComplaint } from '../../complaint/index.js';
import { noteCaseEvent } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { hourOf } from '../../shared/hour.js';
import { askedBefore, type Asker, insertReconsideration } from '../records/reconsideration.store.js';
import { reconsiderationRefused } from '../rules/reconsideration-refused.js';

export interface ReconsiderationAsked {
  askedBy: Asker;
  /** A code of the charter's `afterVote.reconsideration.grounds` */
  ground?: string | undefined;
  grounds: string;
}

/** Somebody asks the board to think again: who complained, by receipt or through the staff; the chief; the board itself. */
@Injectable()
export class AskReconsideration {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /**
   * @throws NotFound, RuleBroken status-forbids, no-right-to-reconsideration, reconsideration-asked,
   *   reconsideration-too-late, reconsideration-pending, reconsideration-of-nothing (409), invalid (422)
   */
  async run(
    actor: ActorOf<'staff'> | ActorOf<'complainant'>,
    complaintId: string,
    { askedBy, ground, grounds }: ReconsiderationAsked,
  ): Promise<{ id: string }> {
    const { jurisdictionId } = actor;
    const now = this.clock.now();
    // The hour is as near as anyone may come to when the person themselves did something.
    const at = actor.kind === 'complainant' ? hourOf(now) : now;
    const id = newId(at);
    await this.database.transaction(actor, async (manager) => {
      const today = await jurisdictionDay(manager, jurisdictionId, now);
      const closingId = await this.refuse(manager, complaintId, { askedBy, ground }, today);
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const groundsCipher = key.seal({ table: 'reconsideration', column: 'grounds_cipher', rowId: id }, grounds);
      const takenBy = actor.kind === 'staff' ? actor.staffId : null;
      const row = { jurisdictionId, id, complaintId, askedBy, closingId, ground: ground ?? null, groundsCipher };
      await insertReconsideration(manager, { ...row, takenBy, at });
      const event = { event: 'reconsideration_asked', on: today, recordedBy: takenBy, at } as const;
      await noteCaseEvent(manager, { jurisdictionId, complaintId, ...event });
      const subject = { kind: 'reconsideration', id };
      const details = { askedBy, ground: ground ?? null };
      await recordHistory(manager, { actor, action: 'reconsideration.ask', subject, complaintId, details, at });
    });
    return { id };
  }

  /** The closing that the request is about, for who complained; else null. */
  private async refuse(
    manager: EntityManager,
    complaintId: string,
    { askedBy, ground }: Pick<ReconsiderationAsked, 'askedBy' | 'ground'>,
    today: string,
  ): Promise<string | null> {
    const theirs = askedBy === 'complainant';
    const { charterId } = await workOnComplaint(manager, complaintId, theirs ? ['closed'] : ['with_chief', 'closed']);
    const { reconsideration: terms } = (await charterById(manager, charterId)).document.afterVote;
    refuseFaults(termFaults('/ground', terms?.grounds ?? [], ground));
    const before = await askedBefore(manager, complaintId);
    const refusal = theirs ? reconsiderationRefused({ ...before, most: terms?.most ?? 0 }, today) : null;
    if (refusal) throw new RuleBroken(refusal.code, refusal.message);
    if (!before.decided)
      throw new RuleBroken(
        'reconsideration-of-nothing',
        'The board has decided nothing in this case that it could reconsider.',
      );
    if (before.pending)
      throw new RuleBroken(
        'reconsideration-pending',
        'The board was asked to reconsider already, and has not decided yet.',
      );
    return theirs ? before.closingId : null;
  }
}
