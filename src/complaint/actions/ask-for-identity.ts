import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { insertIdentityRequest } from '../records/identity-request.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { COMPLAINT_STATUSES } from '../rules/complaint-status.js';

/** Somebody who works on the case needs to know who is behind it, and says why. */
@Injectable()
export class AskForIdentity {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken not-shielded (409), case-unreadable (410) */
  async run(actor: ActorOf<'staff'>, complaintId: string, reason: string): Promise<{ requestId: string }> {
    const { jurisdictionId, staffId: askedBy } = actor;
    const id = newId();
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const { shielded } = await workOnComplaint(manager, complaintId, COMPLAINT_STATUSES);
      if (!shielded)
        throw new RuleBroken('not-shielded', 'Nobody is shielded in this case: what was told is read without asking.');
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      await insertIdentityRequest(manager, key, { jurisdictionId, id, complaintId, askedBy, reason, at });
      const subject = { kind: 'identity-request', id };
      await recordHistory(manager, { actor, action: 'identity.request', subject, complaintId, at });
    });
    return { requestId: id };
  }
}
