import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { moveComplaint } from '../records/move-complaint.js';

/** The reviewed case goes before the board. */
@Injectable()
export class SendToBoard {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken status-forbids (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string): Promise<void> {
    await this.database.transaction(actor, async (manager) => {
      await moveComplaint(manager, complaintId, 'before_board');
      const subject = { kind: 'complaint', id: complaintId };
      await recordHistory(manager, {
        actor,
        action: 'complaint.send-to-board',
        subject,
        complaintId,
        at: this.clock.now(),
      });
    });
  }
}
