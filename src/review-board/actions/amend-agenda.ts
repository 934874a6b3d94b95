import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterById, termOf } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { type AgendaAmendment, insertAmendment } from '../records/agenda-amendment.store.js';
import { AgendaPublication } from '../records/agenda-publication.js';
import { findItemOf, retitleItem, type StandingItem, withdrawItem } from '../records/agenda.store.js';
import { OfficeWords } from '../../vault/index.js';
import { lockMeeting, type Meeting } from '../records/meeting.store.js';
import { publishAmendment } from '../records/published-meeting.store.js';
import { amendmentRefused } from '../rules/notice.js';
import { type NewAgendaItem, placeAgendaItem } from './place-agenda-item.js';

export type Amendment = { lateGround?: string | null | undefined } & (
  { add: NewAgendaItem } | { withdraw: { itemId: string } } | { retitle: { itemId: string; title: string } }
);
type Made = Pick<AgendaAmendment, 'kind' | 'itemId' | 'complaintId' | 'formerTitleCipher'> & {
  formerTitle: string | null;
};

/** A posted agenda is changed in public: the change is kept with its time, and after the notice deadline it names its ground. */
@Injectable()
export class AmendAgenda {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly words: OfficeWords,
    private readonly publication: AgendaPublication,
  ) {}

  /** @throws as placeAgendaItem, and RuleBroken amendment-too-late, agenda-not-posted, item-withdrawn, meeting-… (409), amendment-in-time (422) */
  async run(actor: ActorOf<'staff'>, meetingId: string, amendment: Amendment): Promise<{ id: string; itemId: string }> {
    const { jurisdictionId, staffId } = actor;
    const { lateGround = null } = amendment;
    return this.database.transaction(actor, async (manager) => {
      const at = this.clock.now();
      const id = newId();
      const meeting = await lockMeeting(manager, meetingId, 'scheduled');
      const groundInWords = await refuseLate(manager, meeting, { ground: lateGround, at });
      const made = await this.make(manager, meeting, { jurisdictionId, id, at }, amendment);
      const { kind, itemId, complaintId, formerTitle } = made;
      await insertAmendment(manager, { ...made, jurisdictionId, id, meetingId, lateGround, amendedBy: staffId, at });
      await this.publication.publish(manager, meetingId, at);
      await publishAmendment(manager, { id, itemId, kind, formerTitle, lateGround: groundInWords, at });
      await recordHistory(manager, {
        actor,
        action: 'agenda.amend',
        subject: { kind: 'agenda-item', id: itemId },
        ...(complaintId === null ? {} : { complaintId }),
        details: { meeting: meetingId, amendment: id, kind, lateGround },
        at,
      });
      return { id, itemId };
    });
  }

  private async make(
    manager: EntityManager,
    meeting: Meeting,
    as: { jurisdictionId: string; id: string; at: Date },
    amendment: Amendment,
  ): Promise<Made> {
    if ('add' in amendment) {
      const itemId = newId();
      await placeAgendaItem(manager, meeting, { ...amendment.add, jurisdictionId: as.jurisdictionId, id: itemId });
      const complaintId = amendment.add.complaintId ?? null;
      return { kind: 'added', itemId, complaintId, formerTitleCipher: null, formerTitle: null };
    }
    const { itemId } = 'withdraw' in amendment ? amendment.withdraw : amendment.retitle;
    const item = await findItemOf(manager, meeting.id, itemId);
    if (item.withdrawnAt) throw new RuleBroken('item-withdrawn', 'The item was withdrawn: add another one.');
    const made = { itemId, complaintId: item.complaintId, formerTitleCipher: null, formerTitle: null };
    if ('withdraw' in amendment) {
      await withdrawItem(manager, itemId, as.at);
      return { ...made, kind: 'withdrawn' };
    }
    const formerTitleCipher = await this.sealTitle(manager, as, item);
    await retitleItem(manager, itemId, amendment.retitle.title);
    return { ...made, kind: 'retitled', formerTitleCipher, formerTitle: item.closed ? null : item.title };
  }

  private async sealTitle(
    manager: EntityManager,
    { jurisdictionId, id }: { jurisdictionId: string; id: string },
    { complaintId, title }: StandingItem,
  ): Promise<Buffer> {
    const place = { jurisdictionId, complaintId, table: 'agenda_amendment', column: 'former_title_cipher', rowId: id };
    return this.words.seal(manager, place, title);
  }
}

/** @returns the ground in the charter's words; null when none was needed */
async function refuseLate(
  manager: EntityManager,
  { agendaPostedAt, kind, startsAt, charterId }: Meeting,
  { ground, at }: { ground: string | null; at: Date },
): Promise<string | null> {
  if (!agendaPostedAt) throw new RuleBroken('agenda-not-posted', 'Nobody has been told this agenda: just change it.');
  const { meetings } = (await charterById(manager, charterId)).document;
  const refusal = amendmentRefused({ kind, startsAt, at, ground }, meetings);
  if (refusal) throw new RuleBroken(refusal.code, refusal.message, refusal.code === 'amendment-in-time' ? 422 : 409);
  return ground === null ? null : (termOf(meetings.lateAmendmentGrounds ?? [], ground)?.label ?? ground);
}
