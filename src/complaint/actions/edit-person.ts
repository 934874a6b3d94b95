import { Injectable } from '@nestjs/common';
import { charterById } from '../../charter/index.js';
import { recordHistory } from '../../history/index.js';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { newId } from '../../platform/identifiers.js';
import { CaseDatabase } from '../../platform/postgres/case-database.js';
import type { ActorOf } from '../../shared/actor.js';
import { CaseVault } from '../../vault/index.js';
import { reindexContacts } from '../records/contact-index.store.js';
import { insertFormerVersion } from '../records/person-version.store.js';
import { peopleOf, updatePerson } from '../records/person.store.js';
import { workOnComplaint } from '../records/work-on-complaint.js';
import { COMPLAINT_STATUSES } from '../rules/complaint-status.js';
import { editedPerson, type PersonEdit } from '../rules/person-edit.js';
import { personEditFaults } from '../rules/person-faults.js';
import { standsBehindShield } from '../rules/privacy-choice.js';
import { refuseFaults } from './refuse-faults.js';

export interface EditOfPerson extends PersonEdit {
  /** The version that was read: nobody writes over what they have not seen */
  version: number;
  /** Sealed */
  reason: string;
}

/** What is noted of somebody was wrong, or is no longer so. What was noted before stays, with who changed it, when and why. */
@Injectable()
export class EditPerson {
  constructor(
    private readonly database: CaseDatabase,
    private readonly clock: Clock,
    private readonly vault: CaseVault,
  ) {}

  /** @throws NotFound, RuleBroken invalid (422), person-ended, nothing-changed (409), person-changed (412) */
  async run(
    actor: ActorOf<'staff'>,
    { complaintId, personId }: { complaintId: string; personId: string },
    { version: seen, reason, ...edit }: EditOfPerson,
  ): Promise<{ version: number }> {
    const { jurisdictionId, staffId: editedBy } = actor;
    const at = this.clock.now();
    return this.database.transaction(actor, async (manager) => {
      const { charterId, anonymous, shielded } = await workOnComplaint(manager, complaintId, COMPLAINT_STATUSES);
      const key = await this.vault.open(manager, jurisdictionId, complaintId);
      const stored = (await peopleOf(manager, key, complaintId)).find((one) => one.personId === personId);
      if (!stored) throw new NotFound();
      const { version: number, noted: former, ended } = stored;
      if (ended) throw new RuleBroken('person-ended', 'This person is no longer of the case: what was noted stays.');
      if (number !== seen)
        throw new RuleBroken('person-changed', `Version ${number} stands: read it before you change it.`, 412);
      const hidden = shielded && standsBehindShield(former.roles);
      const { person, changed } = editedPerson(former, edit, hidden);
      const charter = (await charterById(manager, charterId)).document;
      refuseFaults(personEditFaults(former, person, { charter, anonymous, shielded }));
      if (changed.length === 0) throw new RuleBroken('nothing-changed', 'All of this is noted already.');
      const kept = { jurisdictionId, id: newId(), complaintId, personId, number, former, reason, editedBy, at };
      await insertFormerVersion(manager, key, kept);
      await updatePerson(manager, key, personId, person);
      const people = await peopleOf(manager, key, complaintId);
      await reindexContacts(manager, key, { jurisdictionId, complaintId, shielded, people });
      const subject = { kind: 'person', id: personId };
      const details = { version: number + 1, changed, roles: person.roles };
      await recordHistory(manager, { actor, action: 'person.edit', subject, complaintId, details, at });
      return { version: number + 1 };
    });
  }
}
