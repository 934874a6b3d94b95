import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { holdAudit, moveAudit } from '../records/audit.store.js';

/** An audit is given up. Its draw stays on record: nobody draws until they like the sample, and nobody sees that they did. */
@Injectable()
export class CancelAudit {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken audit-status-forbids (409) */
  async run(actor: ActorOf<'staff'>, auditId: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await moveAudit(manager, await holdAudit(manager, auditId), 'cancelled');
      const subject = { kind: 'affairs-audit', id: auditId };
      await recordHistory(manager, { actor, action: 'affairs-audit.cancel', subject, at });
    });
  }
}
