import { Injectable } from '@nestjs/common';
import { charterById } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { updateCircumstances } from '../records/circumstances.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { COMPLAINT_STATUSES } from '../rules/complaint-status.js';
import { type IntakeRecord, intakeRecordFaults } from '../rules/intake-record.js';
import { refuseFaults } from './refuse-faults.js';

/** What was asked at the door is asked again, or has changed: a charge was brought, a suit was settled, a fear told. */
@Injectable()
export class RecordCircumstances {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), case-unreadable (410) */
  async run(actor: ActorOf<'staff'>, complaintId: string, told: IntakeRecord): Promise<void> {
    await this.database.transaction(actor, async (manager) => {
      const { charterId, anonymous } = await workOnComplaint(manager, complaintId, COMPLAINT_STATUSES);
      refuseFaults(intakeRecordFaults(told, (await charterById(manager, charterId)).document, anonymous));
      const key = await this.vault.open(manager, actor.jurisdictionId, complaintId);
      await updateCircumstances(manager, key, complaintId, told);
      const subject = { kind: 'complaint', id: complaintId };
      const { pendingCharges = null, pendingSuit = null, retaliationFeared = null } = told;
      const fields = Object.entries(told).flatMap(([field, value]) => (value === undefined ? [] : [field]));
      const details = { fields, pendingCharges, pendingSuit, retaliationFeared };
      const entry = { actor, action: 'complaint.record-circumstances', subject, complaintId, details };
      await recordHistory(manager, { ...entry, at: this.clock.now() });
    });
  }
}
