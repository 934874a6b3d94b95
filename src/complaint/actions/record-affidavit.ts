import { Injectable } from '@nestjs/common';
import { charterById, jurisdictionDay } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { insertAffidavit } from '../records/affidavit.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { faultIf } from '../rules/fault.js';
import { OPEN_TO_WORK } from '../rules/open-to-work.js';
import { refuseFaults } from './refuse-faults.js';

/** The sworn statement came (`receivedOn`, an ISO date), or a supervisor goes without it (`reason`, sealed). */
export type AffidavitToRecord = { receivedOn: string } | { reason: string };

@Injectable()
export class RecordAffidavit {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), no-override, affidavit-recorded, status-forbids (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, affidavit: AffidavitToRecord): Promise<void> {
    const { jurisdictionId, staffId: recordedBy } = actor;
    const [id, at] = [newId(), this.clock.now()];
    const receivedOn = 'receivedOn' in affidavit ? affidavit.receivedOn : null;
    await this.database.transaction(actor, async (manager) => {
      const { charterId } = await workOnComplaint(manager, complaintId, OPEN_TO_WORK);
      const { override } = (await charterById(manager, charterId)).document.complainants.affidavit;
      if (receivedOn === null && !override)
        throw new RuleBroken('no-override', 'The charter lets nobody go without the sworn statement.');
      const today = await jurisdictionDay(manager, jurisdictionId, at);
      const ahead = receivedOn !== null && receivedOn > today;
      refuseFaults(faultIf(ahead, '/receivedOn', 'in-the-future', `It came today (${today}) at the latest.`));
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const place = { table: 'affidavit', column: 'reason_cipher', rowId: id };
      const reasonCipher = key.sealGiven(place, 'reason' in affidavit ? affidavit.reason : undefined);
      const row = { jurisdictionId, id, complaintId, receivedOn, reasonCipher, recordedBy, at };
      const recorded = await insertAffidavit(manager, row);
      if (!recorded) throw new RuleBroken('affidavit-recorded', 'This was recorded before: there is nothing to do.');
      const action = receivedOn === null ? 'affidavit.override' : 'affidavit.receive';
      await recordHistory(manager, { actor, action, subject: { kind: 'affidavit', id }, complaintId, at });
    });
  }
}
