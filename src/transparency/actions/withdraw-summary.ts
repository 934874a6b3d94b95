import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { lockSummary, setWithdrawn } from '../records/public-summary.store.js';

/** A summary is not to be published after all, approved or not. Another may be drafted. */
@Injectable()
export class WithdrawSummary {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async run(actor: ActorOf<'staff'>, complaintId: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const { summaryId, status } = await lockSummary(manager, complaintId);
      await setWithdrawn(manager, summaryId, at);
      const subject = { kind: 'public_summary', id: summaryId };
      const details = { from: status };
      await recordHistory(manager, { actor, action: 'public-summary.withdraw', subject, complaintId, details, at });
    });
  }
}
