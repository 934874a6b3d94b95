import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { lockWithAmendments, markEnded } from '../records/motion-end.store.js';
import { lockOpenMotion } from '../records/motion.store.js';

/** The way out when a motion cannot be decided, because its mover gave it up or the quorum went home; its amendments go with it. */
@Injectable()
export class WithdrawMotion {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken motion-not-open (409) */
  async run(actor: Actor, motionId: string): Promise<void> {
    await this.database.transaction(actor, async (manager) => {
      await lockOpenMotion(manager, motionId);
      const at = this.clock.now();
      for (const { id, complaintId } of await lockWithAmendments(manager, motionId)) {
        await markEnded(manager, id, 'withdrawn', at);
        await recordHistory(manager, {
          actor,
          action: 'motion.withdraw',
          subject: { kind: 'motion', id },
          ...(complaintId === null ? {} : { complaintId }),
          at,
        });
      }
    });
  }
}
