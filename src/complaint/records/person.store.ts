import type { EntityManager } from 'typeorm';
import type { CaseKey } from '../../vault/index.js';
import type { PersonNoted } from '../rules/person-edit.js';
import { indexContact } from './contact-index.store.js';
import { ComplaintPersonEntity } from './complaint-person.entity.js';

export interface NewPersonRow extends PersonNoted {
  jurisdictionId: string;
  id: string;
  complaintId: string;
  /** The case's complainant is read on a grant of the custodian alone */
  shielded: boolean;
}

const placeOf = (rowId: string, column: string) => ({ table: 'complaint_person', column, rowId });

/** Who the person is goes in under the case's key; what releases may count (race, gender, age) stands open. */
export async function insertPerson(manager: EntityManager, key: CaseKey, person: NewPersonRow): Promise<void> {
  const { jurisdictionId, id, complaintId, roles } = person;
  await manager.insert(ComplaintPersonEntity, {
    jurisdictionId,
    id,
    complaintId,
    roles: [...roles],
    nameCipher: key.sealGiven(placeOf(id, 'name_cipher'), person.name),
    contactCipher: key.sealGiven(placeOf(id, 'contact_cipher'), person.contact),
    race: person.race ?? null,
    gender: person.gender ?? null,
    ageAtIncident: person.ageAtIncident ?? null,
    injured: person.injured ?? null,
  });
  // Only complainants are looked for in other cases; an anonymous one has given nothing to look for, and a shielded one
  // must not be known again by a case in which they were not.
  if (roles.includes('complainant') && !person.shielded) await indexContact(manager, key, person);
}

export interface StoredPerson {
  personId: string;
  version: number;
  noted: PersonNoted;
  ended: boolean;
}

interface Row {
  personId: string;
  version: number;
  roles: string[];
  name: Buffer | null;
  contact: Buffer | null;
  race: string | null;
  gender: string | null;
  ageAtIncident: number | null;
  injured: boolean | null;
  ended: boolean;
}

/** Everybody of the case, in clear: for whoever holds the case, and never to be shown as it is. */
export async function peopleOf(manager: EntityManager, key: CaseKey, complaintId: string): Promise<StoredPerson[]> {
  const rows: Row[] = await manager.query(
    `SELECT id AS "personId", version, roles, name_cipher AS name, contact_cipher AS contact, race, gender,
            age_at_incident AS "ageAtIncident", injured, ended_at IS NOT NULL AS ended
       FROM redress.complaint_person WHERE complaint_id = $1 ORDER BY id`,
    [complaintId],
  );
  return rows.map(({ personId, version, ended, ...row }) => {
    const open = (column: string, cipher: Buffer | null) => cipher && key.open(placeOf(personId, column), cipher);
    const { roles, race, gender, ageAtIncident, injured } = row;
    const told = {
      ...{ name: open('name_cipher', row.name), contact: open('contact_cipher', row.contact) },
      ...{ race, gender, ageAtIncident, injured },
    };
    const noted = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));
    return { personId, version, ended, noted: { ...noted, roles } };
  });
}

/** What is noted from here on. The former version has to be kept before: the database refuses otherwise. */
export async function updatePerson(
  manager: EntityManager,
  key: CaseKey,
  personId: string,
  { roles, name, contact, race, gender, ageAtIncident, injured }: PersonNoted,
): Promise<void> {
  await manager.query(
    `UPDATE redress.complaint_person SET version = version + 1, roles = $2, name_cipher = $3, contact_cipher = $4, race = $5,
        gender = $6, age_at_incident = $7, injured = $8
      WHERE id = $1`,
    [
      ...[personId, roles, key.sealGiven(placeOf(personId, 'name_cipher'), name)],
      ...[key.sealGiven(placeOf(personId, 'contact_cipher'), contact)],
      ...[race ?? null, gender ?? null, ageAtIncident ?? null, injured ?? null],
    ],
  );
}

/** The person stays in the record, with the reason why they are no longer of the case. */
export async function endPersonRow(
  manager: EntityManager,
  key: CaseKey,
  { personId, reason, by, at }: { personId: string; reason: string; by: string; at: Date },
): Promise<void> {
  await manager.query(
    `UPDATE redress.complaint_person SET end_reason_cipher = $2, ended_by = $3, ended_at = $4, version = version + 1 WHERE id = $1`,
    [personId, key.seal(placeOf(personId, 'end_reason_cipher'), reason), by, at],
  );
}
