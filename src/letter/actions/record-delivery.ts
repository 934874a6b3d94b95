import { Injectable } from '@nestjs/common';
import { type CaseEvent, jurisdictionDay } from '../../charter/index.js';
import { faultIf, refuseFaults } from '../../complaint/index.js';
import { noteCaseEvent } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { holdLetter, stepLetter } from '../records/letter.store.js';
import type { DeliveryWay, LetterStatus } from '../rules/letter-status.js';

export interface Delivery {
  to: Exclude<LetterStatus, 'written'>;
  /** How it was sent; only when it was */
  way?: DeliveryWay | undefined;
  /** ISO date */
  on: string;
}

/** Letters that stop or start a clock when they are sent. */
const EVENTS: Partial<Record<string, CaseEvent>> = { acknowledgement: 'acknowledged' };

/** A letter went out, arrived, or came back. */
@Injectable()
export class RecordDelivery {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), letter-stands-elsewhere (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, letterId: string, delivery: Delivery): Promise<void> {
    const { jurisdictionId, staffId: recordedBy } = actor;
    const { to, way = null, on } = delivery;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const held = await holdLetter(manager, complaintId, letterId);
      const ahead = on > (await jurisdictionDay(manager, jurisdictionId, at));
      const elsewhere = held.portalOnly && way !== null && way !== 'portal';
      refuseFaults([
        ...faultIf(
          (to === 'sent') !== (way !== null),
          '/way',
          'way-of-sending',
          'Say the way when it was sent, and only then.',
        ),
        ...faultIf(
          way === 'portal' && !held.toComplainant,
          '/way',
          'not-their-portal',
          'The portal is for who complains: the receipt is theirs.',
        ),
        ...faultIf(
          elsewhere,
          '/way',
          'portal-only',
          'Who filed is anonymous: a letter reaches them in the portal alone.',
        ),
        ...faultIf(ahead, '/on', 'day-ahead', 'What happened did so today at the latest.'),
      ]);
      await stepLetter(manager, held, {
        jurisdictionId,
        complaintId,
        letterId,
        to,
        way,
        onDay: on,
        recordedBy,
        recordedAt: at,
      });
      const event = to === 'sent' ? EVENTS[held.template] : undefined;
      if (event) await noteCaseEvent(manager, { jurisdictionId, complaintId, event, on, recordedBy, at });
      const subject = { kind: 'letter', id: letterId };
      const details = { template: held.template, to, way, on };
      await recordHistory(manager, { actor, action: 'letter.deliver', subject, complaintId, details, at });
    });
  }
}
