import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { moveComplaint } from '../records/move-complaint.js';

/** Who holds the receipt takes the complaint back, as long as nothing has been found. */
@Injectable()
export class WithdrawComplaint {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken status-forbids (409) */
  async run(actor: ActorOf<'complainant'>): Promise<void> {
    const { complaintId } = actor;
    await this.database.transaction(actor, async (manager) => {
      await moveComplaint(manager, complaintId, 'withdrawn');
      const subject = { kind: 'complaint', id: complaintId };
      await recordHistory(manager, { actor, action: 'complaint.withdraw', subject, complaintId, at: this.clock.now() });
    });
  }
}
