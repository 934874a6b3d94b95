import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { lockCase } from '../records/case.store.js';
import { lockMeeting } from '../records/meeting.store.js';
import { refuseWhileVoting } from '../records/motion.store.js';
import { insertStandIn, readStandings } from '../records/stand-in.store.js';
import { groundOf, standInRefused } from '../rules/stand-in.js';

export interface AlternateSeated {
  alternateId: string;
  /** Whose place it is */
  memberId: string;
  /** The case from which the member is recused; without it the member is away, and the place is taken for all items */
  complaintId?: string | null | undefined;
}

/** An alternate takes the place of a member who is recused or away; between votes, so that nobody changes places in one. */
@Injectable()
export class SeatAlternate {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws NotFound, RuleBroken not-an-alternate (422), recused, not-present, stands-in-already, member-can-sit, motion-open,
   *   meeting-… (409)
   */
  async run(actor: Actor, meetingId: string, seated: AlternateSeated): Promise<{ id: string }> {
    const id = newId();
    const { alternateId, memberId } = seated;
    const complaintId = seated.complaintId ?? null;
    const { jurisdictionId } = actor;
    await this.database.transaction(actor, async (manager) => {
      const { boardId } = await lockMeeting(manager, meetingId, 'open');
      // A recusal locks its case too: it comes before this moment, and counts, or after it.
      if (complaintId !== null) await lockCase(manager, complaintId);
      const at = this.clock.now();
      await refuseWhileVoting(manager, meetingId);
      const standings = await readStandings(manager, { boardId, meetingId, complaintId, at });
      const [alternate, member] = [alternateId, memberId].map((one) =>
        standings.find((standing) => standing.memberId === one),
      );
      const refusal = standInRefused(alternate, member);
      if (refusal) throw new RuleBroken(refusal.code, refusal.message, refusal.code === 'not-an-alternate' ? 422 : 409);
      const ground = (member && groundOf(member)) ?? 'away';
      const standIn = { jurisdictionId, id, boardId, meetingId, complaintId, alternateId, memberId, ground, at };
      await insertStandIn(manager, standIn);
      await recordHistory(manager, {
        actor,
        action: 'alternate.seat',
        subject: { kind: 'stand-in', id },
        ...(complaintId === null ? {} : { complaintId }),
        details: { meeting: meetingId, alternate: alternateId, member: memberId, ground },
        at,
      });
    });
    return { id };
  }
}
