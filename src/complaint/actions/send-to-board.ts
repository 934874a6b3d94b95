import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { insertBoardSubmission } from '../records/board-submission.store.js';
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
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      // A closed case comes back to the board on a request to think again, and by no other way.
      const { status } = await workOnComplaint(manager, complaintId, ['findings_drafted', 'with_chief']);
      await moveComplaint(manager, complaintId, 'before_board');
      // Back from the chief it is the same round: what the board decided stands until it thinks again.
      if (status === 'findings_drafted') {
        const { jurisdictionId, staffId: by } = actor;
        await insertBoardSubmission(manager, { jurisdictionId, complaintId, by, at });
      }
      const subject = { kind: 'complaint', id: complaintId };
      await recordHistory(manager, {
        actor,
        action: 'complaint.send-to-board',
        subject,
        complaintId,
        at,
      });
    });
  }
}
