import { Injectable } from '@nestjs/common';
import { jurisdictionDay } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { countOutstanding } from '../records/audit-request.store.js';
import { holdAudit, moveAudit, requireStatus } from '../records/audit.store.js';

/** The department has said what it says, or its time is over: the audit is done. */
@Injectable()
export class CloseAudit {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken answers-outstanding, audit-status-forbids (409) */
  async run(actor: ActorOf<'staff'>, auditId: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const audit = await holdAudit(manager, auditId);
      requireStatus(audit, ['with_department']);
      const today = await jurisdictionDay(manager, actor.jurisdictionId, at);
      const outstanding = await countOutstanding(manager, { auditId, answerDueOn: audit.answerDueOn, today });
      if (outstanding > 0)
        throw new RuleBroken('answers-outstanding', 'The department may still answer: record it, or wait for the day.');
      await moveAudit(manager, audit, 'closed');
      const subject = { kind: 'affairs-audit', id: auditId };
      await recordHistory(manager, { actor, action: 'affairs-audit.close', subject, at });
    });
  }
}
