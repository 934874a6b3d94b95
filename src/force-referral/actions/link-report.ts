import { Injectable } from '@nestjs/common';
import { COMPLAINT_STATUSES, faultIf, refuseFaults, workOnComplaint } from '../../complaint/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { insertForceLink, reportIsThere } from '../records/force-link.store.js';

export interface ForceLink {
  reportId: string;
  /** Sealed under the case's key */
  reason: string;
}

/** A case and a report of force belong together: somebody who works the case says so, and why. */
@Injectable()
export class LinkReport {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), linked-already (409) */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    { reportId, reason }: ForceLink,
  ): Promise<{ linkId: string }> {
    const { jurisdictionId, staffId: linkedBy } = actor;
    const id = newId();
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, COMPLAINT_STATUSES);
      const missing = !(await reportIsThere(manager, reportId));
      refuseFaults(faultIf(missing, '/reportId', 'no-such-report', 'There is no use-of-force report with this id.'));
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const reasonCipher = key.seal({ table: 'use_of_force_link', column: 'reason_cipher', rowId: id }, reason);
      const row = { jurisdictionId, id, complaintId, reportId, reasonCipher, linkedBy, at };
      if (!(await insertForceLink(manager, row)))
        throw new RuleBroken('linked-already', 'The two are linked: end that link first.');
      const subject = { kind: 'use-of-force-link', id };
      await recordHistory(manager, { actor, action: 'complaint.link-report', subject, complaintId, at });
    });
    return { linkId: id };
  }
}
