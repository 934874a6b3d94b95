import { Injectable } from '@nestjs/common';
import { charterById } from '../../charter/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { affidavitMissing } from '../records/affidavit.store.js';
import { moveComplaint } from '../records/move-complaint.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import type { ComplaintStatus } from '../rules/complaint-status.js';
import { SCREENED, type ScreeningGiven } from '../rules/screening-decision.js';
import { recordScreening } from './record-screening.js';

export type Screening = ScreeningGiven;

/** The decision at the door: the agency deals with it, does not, or passes it on to who should. */
@Injectable()
export class ScreenComplaint {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), override-not-yours (403), status-forbids, affidavit-missing (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, given: Screening): Promise<{ status: ComplaintStatus }> {
    const status = SCREENED[given.decision];
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const { charterId } = await workOnComplaint(manager, complaintId, ['filed']);
      const charter = (await charterById(manager, charterId)).document;
      const key = await this.vault.open(manager, actor.jurisdictionId, complaintId);
      await recordScreening(manager, actor, { complaintId, charter, key, given, supersedes: null, at });
      await moveComplaint(manager, complaintId, status);
      if (given.decision === 'accept' && (await affidavitMissing(manager, complaintId)))
        throw new RuleBroken(
          'affidavit-missing',
          'The charter wants a sworn statement first: record it, or go without.',
        );
    });
    return { status };
  }
}
