import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { findOfficer, insertComplaintOfficer } from '../records/officer.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { faultIf } from '../rules/fault.js';
import { OPEN_TO_WORK } from '../rules/open-to-work.js';
import { refuseFaults } from './refuse-faults.js';

/** A known officer by id, or an unknown one by description. Rank and unit at the incident default to those of now. */
export interface OfficerToAdd {
  role: 'subject' | 'witness';
  officerId?: string | undefined;
  /** Of an officer whom nobody can name yet; sealed */
  description?: string | undefined;
  rankAtIncident?: string | undefined;
  unitAtIncident?: string | undefined;
}

@Injectable()
export class AddOfficer {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), status-forbids, officer-in-case-already (409) */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    officer: OfficerToAdd,
  ): Promise<{ complaintOfficerId: string }> {
    const { jurisdictionId } = actor;
    const { role, officerId = null, description } = officer;
    const id = newId();
    const choose = 'Give one of the two: officerId when the officer is known, description when not.';
    refuseFaults(
      faultIf((officerId === null) === (description === undefined), '/officerId', 'known-or-described', choose),
    );
    await this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, OPEN_TO_WORK);
      const known = officerId === null ? null : await findOfficer(manager, officerId);
      const missing = officerId !== null && known === null;
      refuseFaults(
        faultIf(missing, '/officerId', 'no-such-officer', 'There is no officer with this id: register them first.'),
      );
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const place = { table: 'complaint_officer', column: 'description_cipher', rowId: id };
      const inserted = await insertComplaintOfficer(manager, {
        jurisdictionId,
        id,
        complaintId,
        role,
        officerId,
        descriptionCipher: key.sealGiven(place, description),
        rankAtIncident: officer.rankAtIncident ?? known?.rank ?? null,
        unitAtIncident: officer.unitAtIncident ?? known?.unit ?? null,
      });
      if (!inserted) throw new RuleBroken('officer-in-case-already', 'This officer stands in the case already.');
      const subject = { kind: 'complaint-officer', id };
      // Who the officer is stands in the case, where an expungement reaches it: the history is never let go of.
      const details = { role, known: officerId !== null };
      await recordHistory(manager, {
        actor,
        action: 'officer.add',
        subject,
        complaintId,
        details,
        at: this.clock.now(),
      });
    });
    return { complaintOfficerId: id };
  }
}
