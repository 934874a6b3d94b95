import { Injectable } from '@nestjs/common';
import { jurisdictionDay } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { drawBatch } from '../records/disposal.store.js';

/** As many as two people can look through, and as one transaction can destroy. */
const MOST = 200;

/** Cases whose time of keeping has ended, put together for two people to look through. */
@Injectable()
export class DrawDisposalBatch {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken nothing-due (409) */
  async run(actor: ActorOf<'staff'>): Promise<{ batchId: string; cases: number }> {
    const { jurisdictionId, staffId: drawnBy } = actor;
    const id = newId();
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const dueBy = await jurisdictionDay(manager, jurisdictionId, at);
      const cases = await drawBatch(manager, { jurisdictionId, id, dueBy, drawnBy, at, limit: MOST });
      if (cases === 0) throw new RuleBroken('nothing-due', 'No case that nothing holds is past its time of keeping.');
      const subject = { kind: 'disposal_batch', id };
      await recordHistory(manager, { actor, action: 'disposal.draw', subject, details: { cases, dueBy }, at });
      return { batchId: id, cases };
    });
  }
}
