import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { insertArrival } from '../records/attendance.store.js';
import { lockMeeting } from '../records/meeting.store.js';
import { readStandings } from '../records/stand-in.store.js';

@Injectable()
export class RecordArrival {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken not-on-this-board (422), already-present, meeting-… (409) */
  async run(actor: Actor, meetingId: string, memberId: string, remote = false): Promise<void> {
    await this.database.transaction(actor, async (manager) => {
      const { boardId } = await lockMeeting(manager, meetingId, 'open');
      const at = this.clock.now();
      const standings = await readStandings(manager, { boardId, meetingId, complaintId: null, at });
      const seat = standings.find((member) => member.memberId === memberId);
      if (!seat)
        throw new RuleBroken('not-on-this-board', 'This is no member of the board whose term runs today.', 422);
      if (seat.present) throw new RuleBroken('already-present', 'This member is recorded as present already.');
      await insertArrival(manager, {
        jurisdictionId: actor.jurisdictionId,
        id: newId(),
        boardId,
        meetingId,
        memberId,
        remote,
        at,
      });
      const details = { member: memberId, remote };
      const subject = { kind: 'meeting', id: meetingId };
      await recordHistory(manager, { actor, action: 'attendance.arrive', subject, details, at });
    });
  }
}
