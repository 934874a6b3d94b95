import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { endAllAttendance } from '../records/attendance.store.js';
import { votingOf } from '../records/charter-voting.js';
import { lockMeeting, markAdjourned } from '../records/meeting.store.js';
import { publishMeeting } from '../records/published-meeting.store.js';
import { endAllStandIns } from '../records/stand-in.store.js';
import { endOpenMotions } from './end-open-motions.js';

@Injectable()
export class AdjournMeeting {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken motion-open, meeting-… (409) */
  async run(actor: Actor, meetingId: string): Promise<void> {
    // In the office's name, not the person's: a clerk who is recused from a case must still learn that a motion is open,
    // and learns no more than that.
    await this.database.transaction({ jurisdictionId: actor.jurisdictionId }, async (manager) => {
      const { charterId } = await lockMeeting(manager, meetingId, 'open');
      const at = this.clock.now();
      const { openAtAdjournment: rule = 'refused' } = await votingOf(manager, charterId);
      await endOpenMotions(manager, actor, { meetingId, rule, at });
      await endAllStandIns(manager, meetingId, at);
      await endAllAttendance(manager, meetingId, at);
      await markAdjourned(manager, meetingId, at);
      await publishMeeting(manager, meetingId, at);
      await recordHistory(manager, {
        actor,
        action: 'meeting.adjourn',
        subject: { kind: 'meeting', id: meetingId },
        at,
      });
    });
  }
}
