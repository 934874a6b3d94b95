import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { moveComplaint } from '../records/move-complaint.js';
import { workOnComplaint } from '../records/work-on-complaint.js';

/** The reviewed case goes before the board. */
@Injectable()
export class SendToBoard {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken status-forbids (409), case-expunged, case-disposed (410) */
  async run(actor: ActorOf<'staff'>, complaintId: string): Promise<void> {
    await this.database.transaction(actor, async (manager) => {
      // A closed case comes back to the board on a request to think again, and by no other way.
      await workOnComplaint(manager, complaintId, ['findings_drafted', 'with_chief']);
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
