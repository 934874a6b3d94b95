import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterById, codesOf, termOf } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { insertAgendaItem } from '../records/agenda.store.js';
import { lockCaseBeforeBoard } from '../records/case.store.js';
import { lockMeeting, type Meeting, takePosition } from '../records/meeting.store.js';
import { panelIsOf } from '../records/panel.store.js';

export interface NewAgendaItem {
  title: string;
  /** Behind closed doors; then `legalBasis` is a code of the charter's `closedSessionGrounds` */
  closed: boolean;
  legalBasis?: string | null | undefined;
  complaintId?: string | null | undefined;
  /** The panel that decides the case; without one the whole board does */
  panelId?: string | null | undefined;
}

@Injectable()
export class AddAgendaItem {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * `also`: what else is done in the same transaction, once the item is there.
   * @throws NotFound, RuleBroken legal-basis-missing, open-item-with-basis, panel-not-of-case (422), agenda-posted, case-not-before-board, meeting-… (409)
   */
  async run(
    actor: Actor,
    meetingId: string,
    item: NewAgendaItem,
    also: (manager: EntityManager, added: { id: string }) => Promise<void> = () => Promise.resolve(),
  ): Promise<{ id: string; position: number }> {
    const id = newId();
    return this.database.transaction(actor, async (manager) => {
      const meeting = await lockMeeting(manager, meetingId, 'scheduled');
      if (meeting.agendaPostedAt)
        throw new RuleBroken('agenda-posted', 'The public has been told this agenda: nothing is added to it.');
      await refuseBasis(manager, meeting, item);
      await refuseCase(manager, meeting, item);
      const position = await takePosition(manager, meeting);
      const legalBasis = item.legalBasis ?? null;
      const complaintId = item.complaintId ?? null;
      const where = { jurisdictionId: actor.jurisdictionId, id, meetingId, position };
      await insertAgendaItem(manager, { ...item, ...where, legalBasis, complaintId, panelId: item.panelId ?? null });
      await recordHistory(manager, {
        actor,
        action: 'agenda.add-item',
        subject: { kind: 'agenda-item', id },
        ...(complaintId === null ? {} : { complaintId }),
        details: { meeting: meetingId, closed: item.closed, legalBasis },
        at: this.clock.now(),
      });
      await also(manager, { id });
      return { id, position };
    });
  }
}

/** Doors are closed on a ground that the law gives, and it is named (Cal. Gov. Code 54957.7). */
async function refuseBasis(
  manager: EntityManager,
  meeting: Meeting,
  { closed, legalBasis }: NewAgendaItem,
): Promise<void> {
  if (!closed && !legalBasis) return;
  if (!closed)
    throw new RuleBroken(
      'open-item-with-basis',
      'An open item needs no ground for closing the doors: leave legalBasis out.',
      422,
    );
  const { closedSessionGrounds } = (await charterById(manager, meeting.charterId)).document.meetings;
  if (legalBasis && termOf(closedSessionGrounds, legalBasis)) return;
  const grounds = codesOf(closedSessionGrounds) || 'none';
  throw new RuleBroken(
    'legal-basis-missing',
    `A closed item names its ground in law; the charter knows ${grounds}.`,
    422,
  );
}

async function refuseCase(
  manager: EntityManager,
  { boardId }: Meeting,
  { complaintId, panelId }: NewAgendaItem,
): Promise<void> {
  if (complaintId) await lockCaseBeforeBoard(manager, complaintId);
  if (!panelId) return;
  if (complaintId && (await panelIsOf(manager, { panelId, complaintId, boardId }))) return;
  throw new RuleBroken(
    'panel-not-of-case',
    'A panel decides the case that it was appointed for, from its own board.',
    422,
  );
}
