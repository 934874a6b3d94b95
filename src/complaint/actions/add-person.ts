import { Injectable } from '@nestjs/common';
import { charterById } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { insertPerson } from '../records/person.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { OPEN_TO_WORK } from '../rules/open-to-work.js';
import type { PersonNoted } from '../rules/person-edit.js';
import { personFaults } from '../rules/person-faults.js';
import { refuseFaults } from './refuse-faults.js';

export type NewPerson = PersonNoted;

/** A member of the public comes into a case: a victim, a witness, somebody's attorney. */
@Injectable()
export class AddPerson {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), status-forbids (409) */
  async run(actor: ActorOf<'staff'>, complaintId: string, person: NewPerson): Promise<{ personId: string }> {
    const { jurisdictionId } = actor;
    const personId = newId();
    await this.database.transaction(actor, async (manager) => {
      const { charterId, anonymous, shielded } = await workOnComplaint(manager, complaintId, OPEN_TO_WORK);
      const charter = await charterById(manager, charterId);
      refuseFaults(personFaults(person, { charter: charter.document, anonymous }));
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      await insertPerson(manager, key, { ...person, jurisdictionId, id: personId, complaintId, shielded });
      const subject = { kind: 'person', id: personId };
      const details = { roles: person.roles };
      await recordHistory(manager, {
        actor,
        action: 'person.add',
        subject,
        complaintId,
        details,
        at: this.clock.now(),
      });
    });
    return { personId };
  }
}
