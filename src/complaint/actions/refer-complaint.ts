import { Injectable } from '@nestjs/common';
import { charterById, jurisdictionDay, termOf } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { insertReferral } from '../records/referral.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { COMPLAINT_STATUSES } from '../rules/complaint-status.js';
import { faultIf, termFaults } from '../rules/fault.js';
import { refuseFaults } from './refuse-faults.js';

export interface Referral {
  /** A code of the charter, a name that it does not know, or both */
  body?: string | undefined;
  bodyName?: string | undefined;
  /** What was sent, one thing a line; sealed */
  sent: readonly string[];
  /** ISO date */
  sentOn: string;
}

/** The case, or part of it, is sent to another body too: a case may be referred several times and worked on meanwhile. */
@Injectable()
export class ReferComplaint {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422) */
  async run(actor: ActorOf<'staff'>, complaintId: string, referral: Referral): Promise<{ referralId: string }> {
    const { jurisdictionId, staffId: recordedBy } = actor;
    const { body, sent, sentOn } = referral;
    const id = newId();
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const { charterId } = await workOnComplaint(manager, complaintId, COMPLAINT_STATUSES);
      const { referralBodies } = (await charterById(manager, charterId)).document.screening;
      const bodyName = referral.bodyName?.trim() ?? (body && termOf(referralBodies, body)?.label) ?? '';
      const today = await jurisdictionDay(manager, jurisdictionId, at);
      refuseFaults([
        ...termFaults('/body', referralBodies, body),
        ...faultIf(!body && !bodyName, '/body', 'referral-to-nobody', 'Name the body that it was sent to.'),
        ...faultIf(sentOn > today, '/sentOn', 'in-the-future', `Today is ${today} there.`),
      ]);
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const place = { table: 'referral', column: 'sent_cipher', rowId: id };
      const sentCipher = key.seal(place, JSON.stringify(sent));
      const row = { jurisdictionId, id, complaintId, body: body ?? null, bodyName, sentCipher, sentOn, recordedBy, at };
      await insertReferral(manager, row);
      const subject = { kind: 'referral', id };
      const details = { body: body ?? null, sent: sent.length };
      await recordHistory(manager, { actor, action: 'referral.send', subject, complaintId, details, at });
    });
    return { referralId: id };
  }
}
