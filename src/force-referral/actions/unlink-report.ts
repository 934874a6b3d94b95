import { Injectable } from '@nestjs/common';
import { COMPLAINT_STATUSES, workOnComplaint } from '../../complaint/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { endForceLink } from '../records/force-link.store.js';

/** A case and a report do not belong together after all, or not any more. */
@Injectable()
export class UnlinkReport {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async run(actor: ActorOf<'staff'>, complaintId: string, linkId: string): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, COMPLAINT_STATUSES);
      if (!(await endForceLink(manager, { complaintId, linkId, endedBy: actor.staffId, at }))) throw new NotFound();
      const subject = { kind: 'use-of-force-link', id: linkId };
      await recordHistory(manager, { actor, action: 'complaint.unlink-report', subject, complaintId, at });
    });
  }
}
