import { Injectable } from '@nestjs/common';
import { charterById } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { insertRepresentation, representationGround } from '../records/representation.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { COMPLAINT_STATUSES } from '../rules/complaint-status.js';
import { type NewRepresentation, representationFaults } from '../rules/representation-faults.js';
import { refuseFaults } from './refuse-faults.js';

/** Somebody of the case stands for another: a guardian, an attorney, the union; since when, and what goes to them instead. */
@Injectable()
export class RepresentPerson {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422) */
  async run(
    actor: ActorOf<'staff'>,
    complaintId: string,
    told: NewRepresentation,
  ): Promise<{ representationId: string }> {
    const { jurisdictionId, staffId: recordedBy } = actor;
    const id = newId();
    const at = this.clock.now();
    await this.database.transaction(actor, async (manager) => {
      const { charterId } = await workOnComplaint(manager, complaintId, COMPLAINT_STATUSES);
      const charter = (await charterById(manager, charterId)).document;
      const ground = await representationGround(manager, complaintId, told);
      refuseFaults(representationFaults(charter, told, ground));
      await insertRepresentation(manager, { ...told, jurisdictionId, id, complaintId, recordedBy, at });
      const subject = { kind: 'representation', id };
      const { representativeId, personId = null, complaintOfficerId = null, receives } = told;
      const details = { representative: representativeId, person: personId, officer: complaintOfficerId, receives };
      await recordHistory(manager, { actor, action: 'representation.begin', subject, complaintId, details, at });
    });
    return { representationId: id };
  }
}
