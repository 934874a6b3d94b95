import { Injectable } from '@nestjs/common';
import { charterById } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { hourOf } from '../../shared/hour.js';
import { CaseVault } from '../../vault/index.js';
import { revealComplainant } from '../records/reveal.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { COMPLAINT_STATUSES } from '../rules/complaint-status.js';
import { faultIf } from '../rules/fault.js';
import { isShielded, privacyFaults } from '../rules/privacy-choice.js';
import { refuseFaults } from './refuse-faults.js';

export interface Revealed {
  name?: string | undefined;
  contact?: string | undefined;
  /** Who may know it: a code of the charter that the case was opened under */
  privacy: string;
}

/** Who complained anonymously says who they are. Nobody else can: there is nothing to find it out from. */
@Injectable()
export class RevealIdentity {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws RuleBroken invalid (422), known-already (409), case-unreadable (410) */
  async run(actor: ActorOf<'complainant'>, { name, contact, privacy }: Revealed): Promise<void> {
    const { jurisdictionId, complaintId } = actor;
    const message = 'Give a name or a way to reach you: that is what is revealed here.';
    refuseFaults(faultIf(name === undefined && contact === undefined, '/name', 'nobody-named', message));
    const at = hourOf(this.clock.now());
    await this.database.transaction(actor, async (manager) => {
      const { charterId, anonymous } = await workOnComplaint(manager, complaintId, COMPLAINT_STATUSES);
      if (!anonymous)
        throw new RuleBroken('known-already', 'This complaint is not anonymous: write a message instead.');
      const charter = (await charterById(manager, charterId)).document;
      refuseFaults(privacyFaults(charter, privacy, false));
      const shielded = isShielded(charter, privacy, false);
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      await revealComplainant(manager, key, { jurisdictionId, complaintId }, { name, contact, privacy, shielded });
      const subject = { kind: 'complaint', id: complaintId };
      const details = { privacy, shielded };
      await recordHistory(manager, { actor, action: 'complaint.reveal-identity', subject, complaintId, details, at });
    });
  }
}
