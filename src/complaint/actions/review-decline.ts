import { Injectable } from '@nestjs/common';
import { charterById } from '../../charter/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { moveComplaint } from '../records/move-complaint.js';
import { standingScreening } from '../records/screening.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import type { ComplaintStatus } from '../rules/complaint-status.js';
import { SCREENED, type ScreeningGiven } from '../rules/screening-decision.js';
import { recordScreening } from './record-screening.js';

/** The second look at a refusal, by somebody else. It takes the first decision's place; the first stays in the record. */
@Injectable()
export class ReviewDecline {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), own-decision (403), status-forbids, no-appeal (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, given: ScreeningGiven): Promise<{ status: ComplaintStatus }> {
    const status = SCREENED[given.decision];
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const { charterId } = await workOnComplaint(manager, complaintId, ['declined']);
      const standing = await standingScreening(manager, complaintId);
      if (!standing?.appealed) throw new RuleBroken('no-appeal', 'Nobody has asked for another look at this decision.');
      if (standing.decidedBy === actor.staffId)
        throw new RuleBroken('own-decision', 'The second look is another person’s: you took the first decision.', 403);
      const charter = (await charterById(manager, charterId)).document;
      const key = await this.vault.open(manager, actor.jurisdictionId, complaintId);
      await recordScreening(manager, actor, { complaintId, charter, key, given, supersedes: standing.id, at });
      if (status !== 'declined') await moveComplaint(manager, complaintId, status);
    });
    return { status };
  }
}
