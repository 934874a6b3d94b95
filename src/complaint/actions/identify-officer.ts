import { Injectable } from '@nestjs/common';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { insertIdentification } from '../records/identification.store.js';
import { findOfficer, officersInCase, setIdentified } from '../records/officer.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { faultIf } from '../rules/fault.js';
import { OPEN_TO_WORK } from '../rules/open-to-work.js';
import { refuseFaults } from './refuse-faults.js';

export interface Identification {
  /** Who it was */
  officerId: string;
  rankAtIncident?: string | undefined;
  unitAtIncident?: string | undefined;
}

/** The officer who was only described gets a name. What was described, and that it was unknown until now, stays. */
@Injectable()
export class IdentifyOfficer {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), status-forbids, identified-already, officer-in-case-already (409) */
  async run(
    actor: ActorOf<'staff'>,
    { complaintId, complaintOfficerId: id }: { complaintId: string; complaintOfficerId: string },
    { officerId, rankAtIncident, unitAtIncident }: Identification,
  ): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      await workOnComplaint(manager, complaintId, OPEN_TO_WORK);
      const inCase = await officersInCase(manager, complaintId);
      const unknown = inCase.find((officer) => officer.id === id);
      if (!unknown) throw new NotFound();
      if (unknown.officerId) throw new RuleBroken('identified-already', 'This officer was identified before.');
      if (inCase.some((officer) => officer.officerId === officerId)) {
        throw new RuleBroken('officer-in-case-already', 'This officer stands in the case already.');
      }
      const known = await findOfficer(manager, officerId);
      refuseFaults(
        faultIf(!known, '/officerId', 'no-such-officer', 'There is no officer with this id: register them first.'),
      );
      const rank = rankAtIncident ?? known?.rank ?? null;
      const unit = unitAtIncident ?? known?.unit ?? null;
      await setIdentified(manager, { id, officerId, rank, unit, at });
      const { jurisdictionId, staffId: recordedBy } = actor;
      const identification = newId();
      const made = { complaintId, complaintOfficerId: id, officerId, reasonCipher: null, recordedBy, at };
      await insertIdentification(manager, { ...made, jurisdictionId, id: identification });
      const subject = { kind: 'complaint-officer', id };
      // As whom, the identification says: an expungement reaches that, and never the history.
      const details = { identification };
      await recordHistory(manager, { actor, action: 'officer.identify', subject, complaintId, details, at });
    });
  }
}
