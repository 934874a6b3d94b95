import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { votingOf } from '../records/charter-voting.js';
import { findMotion, hasOpenAmendment, requireOpen } from '../records/motion.store.js';
import { readSeats } from '../records/seats.reader.js';
import { VoteReasons } from '../records/vote-reasons.js';
import { insertVote } from '../records/vote.store.js';
import { presidingOf } from '../rules/presiding.js';
import { type Choice, voteRefused } from '../rules/seat.js';

export interface Ballot {
  choice: Choice;
  reason?: string | null | undefined;
}

/** A member votes for themselves, once. What is checked here for a clear answer the database checks again under its lock. */
@Injectable()
export class CastVote {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly reasons: VoteReasons,
  ) {}

  /** @throws NotFound (also for a recused member), RuleBroken motion-not-open, not-a-member, not-present, already-voted,
   *   amendment-open, chair-votes-on-ties, vote-not-lawful (409) */
  async run(actor: ActorOf<'staff'>, motionId: string, { choice, reason }: Ballot): Promise<{ id: string }> {
    const at = this.clock.now();
    const { jurisdictionId, staffId } = actor;
    const id = newId();
    await this.database.transaction(actor, async (manager) => {
      const motion = await findMotion(manager, motionId);
      requireOpen(motion);
      const { complaintId } = motion;
      if (await hasOpenAmendment(manager, motionId))
        throw new RuleBroken('amendment-open', 'An amendment of the motion is open: vote on its words first.');
      const seats = await readSeats(manager, { ...motion, motionId, at });
      const { tie } = await votingOf(manager, motion.charterId);
      const seat = seats.find((member) => member.staffId === staffId);
      const refusal = voteRefused(seat, tie === 'chair_votes_only_then' ? presidingOf(seats) : null);
      if (!seat || refusal) throw new RuleBroken(refusal?.code ?? 'not-a-member', refusal?.message ?? '');
      const place = { jurisdictionId, complaintId, voteId: id };
      const reasonCipher = reason ? await this.reasons.seal(manager, place, reason) : null;
      const { memberId } = seat;
      if (
        !(await insertVote(manager, { jurisdictionId, id, motionId, memberId, complaintId, choice, reasonCipher, at }))
      ) {
        throw new RuleBroken('already-voted', 'You have voted on this motion; a vote is not changed.');
      }
      await recordHistory(manager, {
        actor,
        action: 'vote.cast',
        subject: { kind: 'vote', id },
        ...(complaintId === null ? {} : { complaintId }),
        details: { motion: motionId, member: memberId, choice },
        at,
      });
    });
    return { id };
  }
}
