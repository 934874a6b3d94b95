import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { endAttendance } from '../records/attendance.store.js';
import { lockMeeting } from '../records/meeting.store.js';

@Injectable()
export class RecordDeparture {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken not-present, meeting-… (409) */
  async run(actor: Actor, meetingId: string, memberId: string): Promise<void> {
    await this.database.transaction(actor, async (manager) => {
      await lockMeeting(manager, meetingId, 'open');
      const at = this.clock.now();
      const left = await endAttendance(manager, { meetingId, memberId, at });
      if (!left) throw new RuleBroken('not-present', 'This member is not recorded as present.');
      const subject = { kind: 'meeting', id: meetingId };
      await recordHistory(manager, { actor, action: 'attendance.leave', subject, details: { member: memberId }, at });
    });
  }
}
