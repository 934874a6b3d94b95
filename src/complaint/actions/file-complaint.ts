import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { charterInForce, jurisdictionDay } from '../../charter/index.js';
import { startDeadlines } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { insertReceipt } from '../../identity/index.js';
import { Clock } from '../../platform/clock.js';
import { MasterKey } from '../../platform/crypto/index.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { Actor } from '../../shared/actor.js';
import { CASE_NUMBER_BYTES, caseNumberOf } from '../../shared/case-number.js';
import { hourOf } from '../../shared/hour.js';
import { CODE_BYTES, readReceiptCode, receiptCodeOf } from '../../shared/receipt-code.js';
import { CaseVault } from '../../vault/index.js';
import { insertIntake } from '../records/intake.store.js';
import { intakeFaults, type NewComplaint } from '../rules/intake-faults.js';
import { refuseFaults } from './refuse-faults.js';

/** `receiptCode` is told once, here: what is kept of it is a fingerprint. */
export interface FiledComplaint {
  complaintId: string;
  caseNumber: string;
  receiptCode: string;
}

/** Somebody brings something before the agency: themselves (a `public` actor), or through staff who take it in. */
@Injectable()
export class FileComplaint {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
    private readonly masterKey: MasterKey,
  ) {}

  /** @throws RuleBroken invalid (422) */
  async run(actor: Actor, complaint: NewComplaint): Promise<FiledComplaint> {
    const now = this.clock.now();
    // Of what an anonymous person does no time finer than the hour is kept, in ids neither, whoever types it in.
    const at = complaint.anonymous ? hourOf(now) : now;
    return this.database.transaction(actor, async (manager) => {
      const charter = await charterInForce(manager, now);
      const today = await jurisdictionDay(manager, actor.jurisdictionId, now);
      const byThePerson = actor.kind === 'public';
      refuseFaults(intakeFaults(complaint, { charter: charter.document, byThePerson, today }));
      const complaintId = newId(at);
      const caseNumber = await insertIntake(manager, this.vault.draw(actor.jurisdictionId, complaintId), {
        ...complaint,
        jurisdictionId: actor.jurisdictionId,
        complaintId,
        charterId: charter.id,
        byThePerson,
        at,
        drawCaseNumber: () => caseNumberOf(at.getUTCFullYear(), randomBytes(CASE_NUMBER_BYTES)),
      });
      await startDeadlines(manager, charter.document, {
        ...{ jurisdictionId: actor.jurisdictionId, complaintId, channel: complaint.channel },
        allegations: complaint.allegations ?? [],
        incident: complaint.incidentOn ?? null,
        received: today,
      });
      const receiptCode = await this.giveReceipt(manager, actor.jurisdictionId, complaintId, at);
      const subject = { kind: 'complaint', id: complaintId };
      const details = { channel: complaint.channel, anonymous: complaint.anonymous };
      await recordHistory(manager, { actor, action: 'complaint.file', subject, complaintId, details, at });
      return { complaintId, caseNumber, receiptCode };
    });
  }

  private async giveReceipt(
    manager: EntityManager,
    jurisdictionId: string,
    complaintId: string,
    at: Date,
  ): Promise<string> {
    const receiptCode = receiptCodeOf(randomBytes(CODE_BYTES));
    const codeHash = this.masterKey.fingerprint('receipt', readReceiptCode(receiptCode) ?? '');
    await insertReceipt(manager, { jurisdictionId, complaintId, codeHash, at });
    return receiptCode;
  }
}
