import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { charterById } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { insertIdentification } from '../records/identification.store.js';
import { officerAtIncident } from '../records/officer-post.store.js';
import { departmentIsThere, insertComplaintOfficer } from '../records/officer.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { type Fault, faultIf, termFaults } from '../rules/fault.js';
import { OPEN_TO_WORK } from '../rules/open-to-work.js';
import { postAtIncident, type PositionTold } from '../rules/post-at-incident.js';
import { refuseFaults } from './refuse-faults.js';

/** A known officer by id, or an unknown one by description. What they were at the incident is on record, unless told. */
export interface OfficerToAdd extends PositionTold {
  role: 'subject' | 'witness';
  officerId?: string | undefined;
  /** By what it is known that it was this officer: a code of the charter */
  means?: string | undefined;
  /** Of an officer whom nobody can name yet; sealed */
  description?: string | undefined;
  /** The department of one whom nobody can name yet */
  departmentId?: string | undefined;
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
    const { jurisdictionId, staffId: recordedBy } = actor;
    const { role, officerId = null, means = null } = officer;
    const id = newId();
    const at = this.clock.now();
    refuseFaults(knownOrDescribed(officer));
    await this.database.transaction(actor, async (manager) => {
      const { charterId } = await workOnComplaint(manager, complaintId, OPEN_TO_WORK);
      const known = officerId === null ? null : await officerAtIncident(manager, complaintId, officerId);
      refuseFaults([
        ...faultIf(
          officerId !== null && !known,
          '/officerId',
          'no-such-officer',
          'There is no officer with this id: register them first.',
        ),
        ...(await otherFaults(manager, charterId, officer)),
      ]);
      const { rank, unit, command, basis } = postAtIncident(officer, known);
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const place = { table: 'complaint_officer', column: 'description_cipher', rowId: id };
      const inserted = await insertComplaintOfficer(manager, {
        ...{ jurisdictionId, id, complaintId, role, officerId },
        descriptionCipher: key.sealGiven(place, officer.description),
        departmentId: officer.departmentId ?? known?.departmentId ?? null,
        ...{ rankAtIncident: rank, unitAtIncident: unit, commandAtIncident: command, incidentBasis: basis },
      });
      if (!inserted) throw new RuleBroken('officer-in-case-already', 'This officer stands in the case already.');
      if (officerId !== null) {
        const made = { jurisdictionId, id: newId(), complaintId, complaintOfficerId: id, officerId, means };
        await insertIdentification(manager, { ...made, reasonCipher: null, supersedes: null, recordedBy, at });
      }
      const subject = { kind: 'complaint-officer', id };
      // Who the officer is stands in the case, where an expungement reaches it: the history is never let go of.
      const details = { role, known: officerId !== null, means };
      await recordHistory(manager, { actor, action: 'officer.add', subject, complaintId, details, at });
    });
    return { complaintOfficerId: id };
  }
}

function knownOrDescribed({ officerId, means, description, departmentId }: OfficerToAdd): Fault[] {
  const known = officerId !== undefined;
  const choose = 'Give one of the two: officerId when the officer is known, description when not.';
  const ofUnknown = 'The department of a known officer is in the register: leave it out.';
  const ofKnown = 'Nobody is known here: leave means out until the officer is identified.';
  return [
    ...faultIf(known === (description !== undefined), '/officerId', 'known-or-described', choose),
    ...faultIf(known && departmentId !== undefined, '/departmentId', 'known-or-described', ofUnknown),
    ...faultIf(!known && means !== undefined, '/means', 'known-or-described', ofKnown),
  ];
}

async function otherFaults(
  manager: EntityManager,
  charterId: string,
  { departmentId, means }: OfficerToAdd,
): Promise<Fault[]> {
  const { parties } = (await charterById(manager, charterId)).document;
  const nowhere = departmentId !== undefined && !(await departmentIsThere(manager, departmentId));
  return [
    ...termFaults('/means', parties.identifiedBy, means),
    ...faultIf(nowhere, '/departmentId', 'no-such-department', 'There is no department with this id.'),
  ];
}
