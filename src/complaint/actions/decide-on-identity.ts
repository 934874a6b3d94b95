import { Injectable } from '@nestjs/common';
import { charterById } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { identityRequestOf, insertIdentityDecision } from '../records/identity-request.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { COMPLAINT_STATUSES } from '../rules/complaint-status.js';
import { decisionRefused, grantedUntil as until } from '../rules/identity-decision.js';

export interface IdentityDecision {
  granted: boolean;
  /** Sealed */
  reason: string;
}

/** The custodian's answer: another person than who asked lets them read who it is, for a time, or does not. */
@Injectable()
export class DecideOnIdentity {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken own-request (403), decided-already (409), case-unreadable (410) */
  async run(
    actor: ActorOf<'staff'>,
    { complaintId, requestId }: { complaintId: string; requestId: string },
    { granted, reason }: IdentityDecision,
  ): Promise<{ granted: boolean; grantedUntil: Date | null }> {
    const { jurisdictionId, staffId: decidedBy } = actor;
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const { charterId } = await workOnComplaint(manager, complaintId, COMPLAINT_STATUSES);
      const request = await identityRequestOf(manager, complaintId, requestId);
      if (!request) throw new NotFound();
      const refused = decisionRefused(request, decidedBy);
      if (refused) throw new RuleBroken(refused.code, refused.message, refused.code === 'own-request' ? 403 : 409);
      const { identityGrantHours } = (await charterById(manager, charterId)).document.complainants;
      const grantedUntil = granted ? until(at, identityGrantHours) : null;
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const { askedBy } = request;
      const row = { jurisdictionId, requestId, complaintId, askedBy, decidedBy, reason, at, grantedUntil };
      await insertIdentityDecision(manager, key, row);
      const subject = { kind: 'identity-request', id: requestId };
      const details = { granted, askedBy };
      await recordHistory(manager, { actor, action: 'identity.decide', subject, complaintId, details, at });
      return { granted, grantedUntil };
    });
  }
}
