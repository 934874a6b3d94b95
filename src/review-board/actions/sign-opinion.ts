import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { findMotion } from '../records/motion.store.js';
import { findOpinion, insertAuthor } from '../records/opinion.store.js';
import { signingAs } from './file-opinion.js';

/** Another member joins: each signs for themselves, and nobody for another. */
@Injectable()
export class SignOpinion {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken opinion-published, signed-already, took-no-part, not-your-side (409) */
  async run(actor: ActorOf<'staff'>, opinionId: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const opinion = await findOpinion(manager, opinionId);
      const { motionId, kind, complaintId } = opinion;
      if (opinion.published)
        throw new RuleBroken(
          'opinion-published',
          'It was published with those who had signed it: file one of your own.',
        );
      const { status } = await findMotion(manager, motionId);
      const memberId = await signingAs(manager, actor, { motionId, kind, status });
      if (!(await insertAuthor(manager, opinion, { memberId, at })))
        throw new RuleBroken('signed-already', 'You have signed this.');
      await recordHistory(manager, {
        actor,
        action: 'opinion.sign',
        subject: { kind: 'opinion', id: opinionId },
        ...(complaintId === null ? {} : { complaintId }),
        details: { member: memberId },
        at,
      });
    });
  }
}
