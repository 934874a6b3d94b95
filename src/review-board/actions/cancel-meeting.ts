import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { lockMeeting, markCancelled } from '../records/meeting.store.js';
import { publishMeeting } from '../records/published-meeting.store.js';

/** A meeting does not take place. Announced, it stays listed as cancelled: whoever planned to come must learn it. */
@Injectable()
export class CancelMeeting {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken meeting-… (409) */
  async run(actor: Actor, meetingId: string, reason: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await lockMeeting(manager, meetingId, 'scheduled');
      await markCancelled(manager, meetingId, reason);
      await publishMeeting(manager, meetingId, at);
      await recordHistory(manager, {
        actor,
        action: 'meeting.cancel',
        subject: { kind: 'meeting', id: meetingId },
        at,
      });
    });
  }
}
