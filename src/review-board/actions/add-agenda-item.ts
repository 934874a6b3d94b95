import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { lockMeeting } from '../records/meeting.store.js';
import { type NewAgendaItem, placeAgendaItem } from './place-agenda-item.js';

@Injectable()
export class AddAgendaItem {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * `also`: what else is done in the same transaction, once the item is there.
   * @throws as placeAgendaItem, and RuleBroken agenda-posted, meeting-… (409)
   */
  async run(
    actor: Actor,
    meetingId: string,
    item: NewAgendaItem,
    also: (manager: EntityManager, added: { id: string }) => Promise<void> = () => Promise.resolve(),
  ): Promise<{ id: string; position: number }> {
    const id = newId();
    const { jurisdictionId } = actor;
    return this.database.transaction(actor, async (manager) => {
      const meeting = await lockMeeting(manager, meetingId, 'scheduled');
      if (meeting.agendaPostedAt)
        throw new RuleBroken(
          'agenda-posted',
          'The public has been told this agenda: amend it, and the public is told that.',
        );
      const position = await placeAgendaItem(manager, meeting, { ...item, jurisdictionId, id });
      const { complaintId } = item;
      await recordHistory(manager, {
        actor,
        action: 'agenda.add-item',
        subject: { kind: 'agenda-item', id },
        ...(complaintId ? { complaintId } : {}),
        details: { meeting: meetingId, closed: item.closed, legalBasis: item.legalBasis ?? null },
        at: this.clock.now(),
      });
      await also(manager, { id });
      return { id, position };
    });
  }
}
