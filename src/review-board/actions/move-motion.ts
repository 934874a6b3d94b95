import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { findAgendaItem } from '../records/agenda.store.js';
import { OfficeWords } from '../../vault/index.js';
import { votingOf } from '../records/charter-voting.js';
import { lockMeeting } from '../records/meeting.store.js';
import { insertMotionText } from '../records/motion-text.store.js';
import { insertMotion } from '../records/motion.store.js';
import { lockAmended, type MotionPlace, refuseMovers, refuseReconsideration, refuseSubject } from './refuse-motion.js';

export interface MotionMoved {
  agendaItemId: string;
  /** Of an amendment: the other motion, as it would read */
  text: string;
  /** A member of the body that decides the item, present and not recused */
  moverId: string;
  /** Another one; where the charter needs none, it may be left out */
  seconderId?: string | null | undefined;
  /** An open motion under the same item, on which nobody has voted */
  amends?: string | null | undefined;
  /** A decided motion of the same board on the same case */
  reconsiders?: string | null | undefined;
  /** The allegation it is about (an amendment's is the other motion's) */
  allegationId?: string | null | undefined;
  /** The finding (a code of the case's charter) that carrying it would make; of an amendment: that the other motion would make */
  proposedFinding?: string | null | undefined;
}

interface Subject {
  degree: number;
  allegationId: string | null;
  proposedFinding: string | null;
}

@Injectable()
export class MoveMotion {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly words: OfficeWords,
  ) {}

  /** @throws NotFound, RuleBroken two-grounds, amendment-elsewhere (422), meeting-… (409), and as refuse-motion.ts has it */
  async run(actor: Actor, motion: MotionMoved): Promise<{ id: string }> {
    const id = newId();
    const { jurisdictionId } = actor;
    const { agendaItemId, text, moverId, seconderId = null, amends = null, reconsiders = null } = motion;
    if (amends !== null && reconsiders !== null)
      throw new RuleBroken('two-grounds', 'A motion amends another or reconsiders another: not both.', 422);
    await this.database.transaction(actor, async (manager) => {
      const item = await findAgendaItem(manager, agendaItemId);
      if (!item) throw new NotFound();
      const { boardId, charterId } = await lockMeeting(manager, item.meetingId, 'open');
      const at = this.clock.now();
      const place = { ...item, agendaItemId, boardId, voting: await votingOf(manager, charterId), at };
      const subject = await subjectOf(manager, motion, place);
      await refuseMovers(manager, { moverId, seconderId }, place);
      if (reconsiders !== null) await refuseReconsideration(manager, { reconsiders, moverId }, place);
      const ground = { amends, reconsiders, continues: null };
      await insertMotion(manager, { ...subject, ...ground, jurisdictionId, id, agendaItemId, moverId, seconderId, at });
      const { complaintId } = item;
      const { allegationId, proposedFinding } = subject;
      await insertMotionText(
        manager,
        this.words,
        { jurisdictionId, id, complaintId },
        { text, proposedFinding, adoptedBy: null, at },
      );
      await recordHistory(manager, {
        actor,
        action: 'motion.move',
        subject: { kind: 'motion', id },
        ...(complaintId === null ? {} : { complaintId }),
        details: {
          agendaItem: agendaItemId,
          mover: moverId,
          seconder: seconderId,
          ...ground,
          allegationId,
          proposedFinding,
        },
        at,
      });
    });
    return { id };
  }
}

/** Held with the motion that it amends: nobody votes on that one meanwhile. */
async function subjectOf(manager: EntityManager, motion: MotionMoved, place: MotionPlace): Promise<Subject> {
  const { amends = null, reconsiders = null, allegationId = null, proposedFinding = null } = motion;
  if (amends === null) {
    await refuseSubject(manager, { allegationId, proposedFinding, afresh: reconsiders === null }, place);
    return { degree: 0, allegationId, proposedFinding };
  }
  const amended = await lockAmended(manager, amends, place);
  if (allegationId !== null && allegationId !== amended.allegationId)
    throw new RuleBroken('amendment-elsewhere', 'An amendment is about what the motion is about: leave it out.', 422);
  const subject = {
    allegationId: amended.allegationId,
    proposedFinding: proposedFinding ?? amended.proposedFinding,
  };
  await refuseSubject(manager, { ...subject, afresh: false }, place);
  return { degree: amended.degree + 1, ...subject };
}
