import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FileComplaint, type NewComplaint } from '../../complaint/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { insertForceLink } from '../records/force-link.store.js';
import { type HeldReferral, takeUp } from '../records/referral.store.js';
import { holdOpenReferral } from './hold-open-referral.js';

/** The charter's channel of cases that the agency opens on a notice of force; clocks may go by it. */
const CHANNEL = 'force_notification';

export interface CaseOnReport {
  /** What the case is about, in the agency's words; without it the reviewer's reasons stand there */
  narrative?: string | undefined;
  /** Codes of the charter */
  allegations?: readonly string[] | undefined;
}

/** A report that a reviewer referred becomes a case of the agency's own, linked with the report, all or nothing. */
@Injectable()
export class OpenCaseOnReport {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
    private readonly fileComplaint: FileComplaint,
  ) {}

  /** @throws NotFound, RuleBroken referral-elsewhere, taken-up-already (409), invalid (422) */
  async run(
    actor: ActorOf<'staff'>,
    referralId: string,
    wanted: CaseOnReport,
  ): Promise<{ complaintId: string; caseNumber: string }> {
    // What the case says is read first; whether the referral is open still is asked again when the case is there.
    const referral = await this.database.transaction(actor, (manager) =>
      holdOpenReferral(manager, referralId, 'complaint'),
    );
    const { complaintId, caseNumber } = await this.fileComplaint.run(
      actor,
      caseOf(referral, wanted),
      (manager, filed) => this.link(manager, actor, { referralId, ...filed }),
    );
    return { complaintId, caseNumber };
  }

  private async link(
    manager: EntityManager,
    actor: ActorOf<'staff'>,
    { referralId, complaintId }: { referralId: string; complaintId: string },
  ): Promise<void> {
    const { jurisdictionId, staffId } = actor;
    const at = this.clock.now();
    const { reportId, reasons } = await holdOpenReferral(manager, referralId, 'complaint');
    const id = newId();
    const key = await this.vault.open(manager, jurisdictionId, complaintId);
    const reasonCipher = key.seal({ table: 'use_of_force_link', column: 'reason_cipher', rowId: id }, reasons);
    await insertForceLink(manager, { jurisdictionId, id, complaintId, reportId, reasonCipher, linkedBy: staffId, at });
    await takeUp(manager, referralId, { complaintId, agendaItemId: null, takenUpBy: staffId, at });
    const subject = { kind: 'use-of-force-link', id };
    await recordHistory(manager, { actor, action: 'complaint.open-on-report', subject, complaintId, at });
  }
}

function caseOf(referral: HeldReferral, { narrative, allegations }: CaseOnReport): NewComplaint {
  const { reportNumber, departmentName, reasons, occurredOn } = referral;
  return {
    kind: 'complaint',
    channel: CHANNEL,
    anonymous: false,
    narrative: narrative ?? `Opened on use-of-force report ${reportNumber} of ${departmentName}: ${reasons}`,
    incidentOn: occurredOn ?? undefined,
    allegations,
  };
}
