import { Injectable } from '@nestjs/common';
import { charterById } from '../../charter/index.js';
import { noteCaseEvent } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { hourOf } from '../../shared/hour.js';
import { moveComplaint } from '../records/move-complaint.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { comesFrom } from '../rules/complaint-status.js';
import { recordEarlyEnd } from './record-end.js';

/** Who holds the receipt takes the complaint back, as long as nothing has been found. */
@Injectable()
export class WithdrawComplaint {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken status-forbids (409) */
  async run(actor: ActorOf<'complainant'>): Promise<void> {
    const { jurisdictionId, complaintId } = actor;
    // The hour is as near as anyone may come to when an anonymous person did something.
    const at = hourOf(this.clock.now());
    await this.database.transaction(actor, async (manager) => {
      const { charterId } = await workOnComplaint(manager, complaintId, comesFrom('withdrawn'));
      const charter = (await charterById(manager, charterId)).document;
      await moveComplaint(manager, complaintId, 'withdrawn');
      await recordEarlyEnd(manager, charter, { jurisdictionId, complaintId, endedAs: 'withdrawn', by: null, at });
      await noteCaseEvent(manager, { jurisdictionId, complaintId, event: 'closed', recordedBy: null, at });
      const subject = { kind: 'complaint', id: complaintId };
      await recordHistory(manager, { actor, action: 'complaint.withdraw', subject, complaintId, at });
    });
  }
}
