import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { endReceipt } from '../../identity/index.js';
import { Clock } from '../../platform/clock.js';
import { MasterKey } from '../../platform/crypto/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { hourOf } from '../../shared/hour.js';
import { giveReceipt } from '../records/give-receipt.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { COMPLAINT_STATUSES } from '../rules/complaint-status.js';

/** Somebody may have seen the code: another one takes its place, and the old one opens nothing from the commit on. */
@Injectable()
export class ReplaceReceipt {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly masterKey: MasterKey,
  ) {}

  /** @throws RuleBroken receipt-replaced (409) to the second of two who replace it at once */
  async run(actor: ActorOf<'complainant'>): Promise<{ receiptCode: string }> {
    const { jurisdictionId, complaintId, receiptId } = actor;
    const at = hourOf(this.clock.now());
    return this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, COMPLAINT_STATUSES);
      const ended = await endReceipt(manager, { jurisdictionId, complaintId, receiptId, at });
      if (!ended) throw new RuleBroken('receipt-replaced', 'This receipt was replaced just now: use the new one.');
      const receiptCode = await giveReceipt(manager, this.masterKey, { jurisdictionId, complaintId, at });
      const subject = { kind: 'complaint', id: complaintId };
      await recordHistory(manager, { actor, action: 'receipt.replace', subject, complaintId, at });
      return { receiptCode };
    });
  }
}
