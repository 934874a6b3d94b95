import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';

/** Whoever was alerted has seen it. Marked once, it keeps its time. */
@Injectable()
export class ReadAlert {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound for another's */
  async run(actor: ActorOf<'staff'>, alertId: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const [, marked]: [unknown, number] = await manager.query(
        'UPDATE redress.search_alert SET seen_at = coalesce(seen_at, $3) WHERE alert_id = $1 AND staff_id = $2',
        [alertId, actor.staffId, at],
      );
      if (marked === 0) throw new NotFound();
      await recordHistory(manager, { actor, action: 'alert.read', subject: { kind: 'search_alert', id: alertId }, at });
    });
  }
}
