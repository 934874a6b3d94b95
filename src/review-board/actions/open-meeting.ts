import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { lockMeeting, markOpen } from '../records/meeting.store.js';
import { publishMeeting } from '../records/published-meeting.store.js';
import { openingRefused } from '../rules/meeting-time.js';

@Injectable()
export class OpenMeeting {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken agenda-not-posted, too-early, meeting-… (409) */
  async run(actor: Actor, meetingId: string): Promise<void> {
    await this.database.transaction(actor, async (manager) => {
      const meeting = await lockMeeting(manager, meetingId, 'scheduled');
      const at = this.clock.now();
      if (!meeting.agendaPostedAt)
        throw new RuleBroken('agenda-not-posted', 'Post the agenda first: a meeting without notice decides nothing.');
      const refusal = openingRefused(meeting.startsAt, at);
      if (refusal) throw new RuleBroken(refusal.code, refusal.message);
      await markOpen(manager, meetingId, at);
      await publishMeeting(manager, meetingId, at);
      await recordHistory(manager, { actor, action: 'meeting.open', subject: { kind: 'meeting', id: meetingId }, at });
    });
  }
}
