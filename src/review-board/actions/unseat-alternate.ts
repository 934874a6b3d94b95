import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { lockMeeting } from '../records/meeting.store.js';
import { refuseWhileVoting } from '../records/motion.store.js';
import { endStandIn } from '../records/stand-in.store.js';

/** The member has come, or the case is done with: the alternate gives the place back. */
@Injectable()
export class UnseatAlternate {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken motion-open, meeting-… (409) */
  async run(actor: Actor, meetingId: string, standInId: string): Promise<void> {
    await this.database.transaction(actor, async (manager) => {
      await lockMeeting(manager, meetingId, 'open');
      const at = this.clock.now();
      await refuseWhileVoting(manager, meetingId);
      await endStandIn(manager, meetingId, standInId, at);
      const subject = { kind: 'stand-in', id: standInId };
      await recordHistory(manager, { actor, action: 'alternate.unseat', subject, details: { meeting: meetingId }, at });
    });
  }
}
