import { Injectable } from '@nestjs/common';
import { charterById, jurisdictionDay } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { dayAfter } from '../../shared/day-after.js';
import { countUnreviewed } from '../records/audit-file.store.js';
import { holdAudit, moveAudit, requireStatus } from '../records/audit.store.js';

/** Every drawn file was looked at: the department gets the result, and its time to answer begins. */
@Injectable()
export class SendAuditReport {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken files-unreviewed, audit-status-forbids (409) */
  async run(actor: ActorOf<'staff'>, auditId: string): Promise<{ answerDueOn: string }> {
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const audit = await holdAudit(manager, auditId);
      requireStatus(audit, ['reviewing']);
      const unreviewed = await countUnreviewed(manager, auditId);
      if (unreviewed > 0)
        throw new RuleBroken('files-unreviewed', `So many of the drawn files nobody has reviewed: ${unreviewed}.`);
      const today = await jurisdictionDay(manager, actor.jurisdictionId, at);
      const { answerDays } = (await charterById(manager, audit.charterId)).document.oversight.affairsAudit;
      const answerDueOn = dayAfter(today, answerDays);
      await moveAudit(manager, audit, 'with_department', answerDueOn);
      const subject = { kind: 'affairs-audit', id: auditId };
      await recordHistory(manager, { actor, action: 'affairs-audit.send', subject, details: { answerDueOn }, at });
      return { answerDueOn };
    });
  }
}
