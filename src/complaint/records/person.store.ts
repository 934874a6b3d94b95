import type { EntityManager } from 'typeorm';
import type { Complainant } from '../rules/intake-faults.js';
import type { PersonRole } from '../rules/person-role.js';
import type { CaseKey } from '../../vault/index.js';
import { indexContact } from './contact-index.store.js';
import { ComplaintPersonEntity } from './complaint-person.entity.js';

export interface NewPersonRow extends Complainant {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  roles: readonly PersonRole[];
  injured?: boolean | undefined;
  /** The case's complainant is read on a grant of the custodian alone */
  shielded: boolean;
}

/** Who the person is goes in under the case's key; what releases may count (race, gender, age) stands open. */
export async function insertPerson(manager: EntityManager, key: CaseKey, person: NewPersonRow): Promise<void> {
  const { jurisdictionId, id, complaintId, roles } = person;
  const place = (column: string) => ({ table: 'complaint_person', column, rowId: id });
  await manager.insert(ComplaintPersonEntity, {
    jurisdictionId,
    id,
    complaintId,
    roles: [...roles],
    nameCipher: key.sealGiven(place('name_cipher'), person.name),
    contactCipher: key.sealGiven(place('contact_cipher'), person.contact),
    race: person.race ?? null,
    gender: person.gender ?? null,
    ageAtIncident: person.ageAtIncident ?? null,
    injured: person.injured ?? null,
  });
  // Only complainants are looked for in other cases; an anonymous one has given nothing to look for, and a shielded one
  // must not be known again by a case in which they were not.
  if (roles.includes('complainant') && !person.shielded) await indexContact(manager, key, person);
}
