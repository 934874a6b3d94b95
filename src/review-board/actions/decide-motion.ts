import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterById, termOf } from '../../charter/index.js';
import { insertFinding } from '../../complaint/index.js';
import { noteCaseEvent } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { lockCaseBeforeBoard } from '../records/case.store.js';
import { lockOpenMotion, markDecided, type Motion } from '../records/motion.store.js';
import { readSeats } from '../records/seats.reader.js';
import { type Decision, decisionOf } from '../rules/decision.js';
import { closingRefused, counted, quorumFor } from '../rules/quorum.js';

/** The clerk closes the vote. Quorum and result are of this moment, and so is a finding that it carries. */
@Injectable()
export class DecideMotion {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken no-quorum, votes-outstanding, motion-not-open, case-not-before-board (409) */
  async run(actor: ActorOf<'staff'>, motionId: string): Promise<Decision> {
    return this.database.transaction(actor, async (manager) => {
      const motion = await lockOpenMotion(manager, motionId);
      const { complaintId } = motion;
      // A recusal locks its case too: it comes before this moment, and counts, or after it.
      const standing = complaintId === null ? null : await lockCaseBeforeBoard(manager, complaintId);
      const at = this.clock.now();
      const { voting } = (await charterById(manager, motion.charterId)).document;
      const seats = await readSeats(manager, { ...motion, motionId, at });
      const quorum = quorumFor(voting, motion.panelId === null ? 'board' : 'panel', seats.length);
      const refusal = closingRefused(seats, quorum);
      if (refusal) throw new RuleBroken(refusal.code, refusal.message);
      const decision = decisionOf(seats, quorum, voting.carriesBy);
      const countedMembers = counted(seats).map((seat) => seat.memberId);
      await markDecided(manager, motionId, { ...decision, countedMembers, at });
      const carried = decision.status === 'carried' && standing;
      const finding = carried ? await makeFinding(manager, { actor, motion, charterId: carried.charterId, at }) : null;
      if (complaintId !== null) {
        const { jurisdictionId, staffId: recordedBy } = actor;
        await noteCaseEvent(manager, { jurisdictionId, complaintId, event: 'board_decided', recordedBy, at });
      }
      await recordHistory(manager, {
        actor,
        action: 'motion.decide',
        subject: { kind: 'motion', id: motionId },
        ...(complaintId === null ? {} : { complaintId }),
        details: { ...decision, finding },
        at,
      });
      return decision;
    });
  }
}

interface Carried {
  actor: ActorOf<'staff'>;
  motion: Motion;
  /** The case's own */
  charterId: string;
  at: Date;
}

/** The id of the board's finding that a carried motion makes; null when it proposes none. */
async function makeFinding(manager: EntityManager, { actor, motion, charterId, at }: Carried): Promise<string | null> {
  const { complaintId, allegationId, proposedFinding: finding } = motion;
  if (complaintId === null || allegationId === null || finding === null) return null;
  const term = termOf((await charterById(manager, charterId)).document.findings, finding);
  if (!term) throw new Error(`Charter ${charterId} does not know the finding that was moved under it.`);
  return insertFinding(manager, {
    jurisdictionId: actor.jurisdictionId,
    complaintId,
    allegationId,
    stage: 'board',
    finding,
    genericClass: term.genericClass,
    recordedBy: actor.staffId,
    recordedAt: at,
  });
}
