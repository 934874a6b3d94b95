import { Injectable } from '@nestjs/common';
import { jurisdictionDay } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { insertReferralAnswer, referralsOf } from '../records/referral.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { COMPLAINT_STATUSES } from '../rules/complaint-status.js';
import { faultIf } from '../rules/fault.js';
import { refuseFaults } from './refuse-faults.js';

export interface ReferralAnswer {
  referralId: string;
  kind: 'acknowledged' | 'replied';
  /** ISO date */
  on: string;
  /** Who there; sealed, as is what they said */
  by?: string | undefined;
  text?: string | undefined;
}

/** The other body says that it has the case, or what it does with it. */
@Injectable()
export class RecordReferralAnswer {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422) */
  async run(actor: ActorOf<'staff'>, complaintId: string, answer: ReferralAnswer): Promise<{ answerId: string }> {
    const { jurisdictionId, staffId: recordedBy } = actor;
    const { referralId, kind, on, by = null, text = null } = answer;
    const id = newId();
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, COMPLAINT_STATUSES);
      const referrals = await referralsOf(manager, complaintId);
      const referral = referrals.find((one) => one.referralId === referralId);
      if (!referral) throw new NotFound();
      const today = await jurisdictionDay(manager, jurisdictionId, at);
      refuseFaults([
        ...faultIf(on > today, '/on', 'in-the-future', `Today is ${today} there.`),
        ...faultIf(on < referral.sentOn, '/on', 'before-it-was-sent', `It was sent on ${referral.sentOn}.`),
      ]);
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const place = { table: 'referral_answer', column: 'text_cipher', rowId: id };
      const textCipher = key.seal(place, JSON.stringify({ by, text }));
      const row = { jurisdictionId, id, complaintId, referralId, kind, on, textCipher, recordedBy, at };
      await insertReferralAnswer(manager, row);
      const subject = { kind: 'referral', id: referralId };
      await recordHistory(manager, {
        ...{ actor, action: 'referral.answer', subject, complaintId },
        ...{ details: { kind }, at },
      });
    });
    return { answerId: id };
  }
}
