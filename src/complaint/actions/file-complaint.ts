import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { termsInForce } from '../../charter/index.js';
import { startDeadlines } from '../../deadline/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { MasterKey } from '../../platform/crypto/index.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import { inOneStatement } from '../../platform/postgres/in-one-statement.js';
import type { Actor } from '../../shared/actor.js';
import { CASE_NUMBER_BYTES, caseNumberOf } from '../../shared/case-number.js';
import { hourOf } from '../../shared/hour.js';
import { CaseVault } from '../../vault/index.js';
import { withFreeCaseNumber } from '../records/free-case-number.js';
import { giveReceipt } from '../records/give-receipt.js';
import { insertIntake } from '../records/intake.store.js';
import { intakeFaults, type NewComplaint } from '../rules/intake-faults.js';
import { isShielded } from '../rules/privacy-choice.js';
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

  /** `also`: what else is done in the same transaction, once the case is there. @throws RuleBroken invalid (422) */
  async run(
    actor: Actor,
    complaint: NewComplaint,
    also: (manager: EntityManager, filed: FiledComplaint) => Promise<void> = () => Promise.resolve(),
  ): Promise<FiledComplaint> {
    // Of what an anonymous person does no time finer than the hour is kept, in ids neither, whoever types it in.
    const now = this.clock.now();
    const at = complaint.anonymous ? hourOf(now) : now;
    return withFreeCaseNumber(
      () => caseNumberOf(at.getUTCFullYear(), randomBytes(CASE_NUMBER_BYTES)),
      (caseNumber) =>
        this.database.transaction(actor, async (manager) => {
          const filed = await this.file(manager, actor, complaint, { caseNumber, now, at });
          await also(manager, filed);
          return filed;
        }),
    );
  }

  private async file(
    manager: EntityManager,
    actor: Actor,
    complaint: NewComplaint,
    { caseNumber, now, at }: { caseNumber: string; now: Date; at: Date },
  ): Promise<FiledComplaint> {
    const { jurisdictionId } = actor;
    const { anonymous, channel, privacy } = complaint;
    const { charter, today } = await termsInForce(manager, now);
    const byThePerson = actor.kind === 'public';
    refuseFaults(intakeFaults(complaint, { charter: charter.document, byThePerson, today }));
    const complaintId = newId(at);
    const drawn = await this.vault.draw(jurisdictionId, complaintId);
    let receiptCode = '';
    await inOneStatement(manager, async (statements) => {
      await insertIntake(statements, drawn, {
        ...{ ...complaint, jurisdictionId, complaintId, caseNumber, byThePerson, at, charterId: charter.id },
        takenInBy: actor.kind === 'staff' ? actor.staffId : null,
        shielded: isShielded(charter.document, privacy, anonymous),
      });
      await startDeadlines(statements, charter.document, {
        ...{ jurisdictionId, complaintId, channel, received: today },
        allegations: complaint.allegations ?? [],
        incident: complaint.incidentOn ?? null,
      });
      receiptCode = await giveReceipt(statements, this.masterKey, { jurisdictionId, complaintId, at });
      const subject = { kind: 'complaint', id: complaintId };
      const entry = { actor, action: 'complaint.file', subject, complaintId, details: { channel, anonymous } };
      await recordHistory(statements, { ...entry, at });
    });
    return { complaintId, caseNumber, receiptCode };
  }
}
