import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterById, codesOf, termOf } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { findAgendaItem } from '../records/agenda.store.js';
import { categoryOf, lockCaseBeforeBoard } from '../records/case.store.js';
import { lockMeeting } from '../records/meeting.store.js';
import { insertMotion } from '../records/motion.store.js';
import { readSeats } from '../records/seats.reader.js';
import { partRefused } from '../rules/seat.js';

export interface MotionMoved {
  agendaItemId: string;
  text: string;
  /** Two different members of the body that decides the item, present and not recused */
  moverId: string;
  seconderId: string;
  /** The allegation it is about, and the finding (a code of the case's charter) that carrying it would make */
  allegationId?: string | null | undefined;
  proposedFinding?: string | null | undefined;
}

@Injectable()
export class MoveMotion {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws NotFound, RuleBroken same-person, no-such-allegation, allegation-missing, unknown-finding (422),
   *   not-a-member, recused, not-present, case-not-before-board, meeting-… (409)
   */
  async run(actor: Actor, motion: MotionMoved): Promise<{ id: string }> {
    const at = this.clock.now();
    const id = newId();
    const allegationId = motion.allegationId ?? null;
    const proposedFinding = motion.proposedFinding ?? null;
    await this.database.transaction(actor, async (manager) => {
      const item = await findAgendaItem(manager, motion.agendaItemId);
      if (!item) throw new NotFound();
      const { boardId } = await lockMeeting(manager, item.meetingId, 'open');
      await refuseSubject(manager, item.complaintId, motion);
      if (motion.moverId === motion.seconderId)
        throw new RuleBroken('same-person', 'Nobody seconds their own motion.', 422);
      const seats = await readSeats(manager, { ...item, boardId, at });
      for (const memberId of [motion.moverId, motion.seconderId]) {
        const refusal = partRefused(seats.find((seat) => seat.memberId === memberId));
        if (refusal) throw new RuleBroken(refusal.code, refusal.message);
      }
      await insertMotion(manager, {
        ...motion,
        jurisdictionId: actor.jurisdictionId,
        id,
        allegationId,
        proposedFinding,
        at,
      });
      await recordHistory(manager, {
        actor,
        action: 'motion.move',
        subject: { kind: 'motion', id },
        ...(item.complaintId === null ? {} : { complaintId: item.complaintId }),
        details: {
          agendaItem: motion.agendaItemId,
          mover: motion.moverId,
          seconder: motion.seconderId,
          allegationId,
          proposedFinding,
        },
        at,
      });
    });
    return { id };
  }
}

/** What the motion is about must be the item's own case, which is still before the board. */
async function refuseSubject(manager: EntityManager, complaintId: string | null, motion: MotionMoved): Promise<void> {
  const { allegationId, proposedFinding } = motion;
  const standing = complaintId === null ? null : await lockCaseBeforeBoard(manager, complaintId);
  if (proposedFinding && !allegationId) {
    throw new RuleBroken('allegation-missing', 'A finding is about an allegation: say which.', 422);
  }
  if (!allegationId) return;
  if (complaintId === null || !standing || (await categoryOf(manager, complaintId, allegationId)) === null) {
    throw new RuleBroken('no-such-allegation', 'This is no allegation of the case on the agenda.', 422);
  }
  if (!proposedFinding) return;
  const { findings } = (await charterById(manager, standing.charterId)).document;
  if (!termOf(findings, proposedFinding))
    throw new RuleBroken('unknown-finding', `The charter's findings are ${codesOf(findings)}.`, 422);
}
