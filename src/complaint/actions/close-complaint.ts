import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import type { ClosingGiven } from '../rules/closing-terms.js';
import { CLOSED_ON_ITS_OWN } from '../rules/complaint-status.js';
import { recordClosing } from './record-closing.js';

/** The case ends. What stands of its findings is written down as final, in the same transaction, and how long it is kept. */
@Injectable()
export class CloseComplaint {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), status-forbids, undecided (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, given: ClosingGiven): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const held = await workOnComplaint(manager, complaintId, CLOSED_ON_ITS_OWN);
      await recordClosing(manager, actor, { complaintId, held, given, at });
    });
  }
}
