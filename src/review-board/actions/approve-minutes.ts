import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { lockMeeting } from '../records/meeting.store.js';
import { MinutesPublication } from '../records/minutes-publication.js';
import { findApprovingMotion, lockDraftMinutes, markApproved } from '../records/minutes.store.js';

/** A later meeting has voted for these very words: from here on they stand, and the open parts are public. */
@Injectable()
export class ApproveMinutes {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly publication: MinutesPublication,
  ) {}

  /** @throws NotFound, RuleBroken not-of-these-minutes (422), minutes-approved, motion-not-carried, minutes-changed (409) */
  async run(actor: Actor, meetingId: string, motionId: string): Promise<void> {
    const at = this.clock.now();
    // In the office's name: what is approved is the whole, whoever may read which part of it.
    await this.database.transaction({ jurisdictionId: actor.jurisdictionId }, async (manager) => {
      await lockMeeting(manager, meetingId, 'adjourned');
      const { editedAt } = await lockDraftMinutes(manager, meetingId);
      await refuseMotion(manager, { meetingId, motionId, editedAt });
      await markApproved(manager, { meetingId, motionId, at });
      await this.publication.publish(manager, meetingId, at);
      const subject = { kind: 'meeting', id: meetingId };
      await recordHistory(manager, { actor, action: 'minutes.approve', subject, details: { motion: motionId }, at });
    });
  }
}

async function refuseMotion(
  manager: EntityManager,
  of: { meetingId: string; motionId: string; editedAt: Date },
): Promise<void> {
  const motion = await findApprovingMotion(manager, of.motionId);
  if (motion?.approvesMinutesOf !== of.meetingId)
    throw new RuleBroken('not-of-these-minutes', 'The motion was not moved under an item on these minutes.', 422);
  if (motion.status !== 'carried')
    throw new RuleBroken(
      'motion-not-carried',
      `The motion is ${motion.status}: the board has not approved the minutes.`,
    );
  if (motion.movedAt.getTime() >= of.editedAt.getTime()) return;
  throw new RuleBroken(
    'minutes-changed',
    'The minutes were edited after the motion was moved: the board votes on them again.',
  );
}
