import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { sendBack } from '../records/send-back.js';
import { workOnComplaint } from '../records/work-on-complaint.js';

/** More has to be found out: a drafted case, or one that the board could not decide, goes back to its investigator. */
@Injectable()
export class ReturnToInvestigation {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken status-forbids (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string): Promise<void> {
    const { jurisdictionId, staffId: recordedBy } = actor;
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, ['findings_drafted', 'before_board']);
      await sendBack(manager, { jurisdictionId, complaintId, recordedBy, at });
      const subject = { kind: 'complaint', id: complaintId };
      await recordHistory(manager, { actor, action: 'complaint.return', subject, complaintId, at });
    });
  }
}
