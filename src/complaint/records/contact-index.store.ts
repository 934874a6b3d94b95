import type { EntityManager } from 'typeorm';
import type { Statements } from '../../platform/postgres/in-one-statement.js';
import type { CaseKey } from '../../vault/index.js';
import { contactTokens } from '../rules/contact-tokens.js';
import type { PersonNoted } from '../rules/person-edit.js';

export interface IndexedPerson {
  jurisdictionId: string;
  complaintId: string;
  name?: string | undefined;
  contact?: string | undefined;
}

/** Keeps keyed hashes of how a complainant can be known again, and nothing else of them. */
export async function indexContact(statements: Statements, key: CaseKey, person: IndexedPerson): Promise<void> {
  await insertHashes(statements, person.jurisdictionId, hashesOf(key, person));
}

interface Hash {
  complaintId: string;
  kind: string;
  version: number;
  hash: Buffer;
}

function hashesOf(key: CaseKey, person: IndexedPerson): Hash[] {
  const { complaintId } = person;
  return contactTokens(person).flatMap(({ kind, value }) =>
    key.blindIndexes(`${kind}/${value}`).map((index) => ({ complaintId, kind, ...index })),
  );
}

/** A version that was destroyed since this process last looked takes nothing more; held, it is not destroyed meanwhile. */
async function insertHashes(statements: Statements, jurisdictionId: string, hashes: readonly Hash[]): Promise<void> {
  if (hashes.length === 0) return;
  await statements.query(
    `INSERT INTO redress.contact_index (jurisdiction_id, complaint_id, kind, hash, organization_version)
     SELECT $1, token.* FROM unnest($2::uuid[], $3::text[], $4::bytea[], $5::int[]) AS token (complaint_id, kind, hash, version)
       JOIN redress.organization_key held ON held.version = token.version FOR KEY SHARE OF held
     ON CONFLICT DO NOTHING`,
    [
      ...[jurisdictionId, hashes.map((one) => one.complaintId), hashes.map(({ kind }) => kind)],
      ...[hashes.map(({ hash }) => hash), hashes.map(({ version }) => version)],
    ],
  );
}

/** The complainants of these cases, looked for under every version of the organization key that there is. */
export async function indexContactsOf(
  manager: EntityManager,
  jurisdictionId: string,
  keys: ReadonlyMap<string, CaseKey>,
): Promise<void> {
  const rows: { id: string; complaintId: string; name: Buffer | null; contact: Buffer | null }[] = await manager.query(
    `SELECT p.id, p.complaint_id AS "complaintId", p.name_cipher AS name, p.contact_cipher AS contact
       FROM redress.complaint_person p JOIN redress.complaint c ON c.jurisdiction_id = p.jurisdiction_id AND c.id = p.complaint_id
      WHERE p.complaint_id = ANY ($1) AND NOT c.shielded AND p.ended_at IS NULL AND p.roles @> ARRAY['complainant']
        AND (p.name_cipher IS NOT NULL OR p.contact_cipher IS NOT NULL)`,
    [[...keys.keys()]],
  );
  const hashes = rows.flatMap(({ id, complaintId, name, contact }) => {
    const key = keys.get(complaintId);
    if (!key) return [];
    const said = (column: string, cipher: Buffer | null): string | undefined =>
      cipher === null ? undefined : key.open({ table: 'complaint_person', column, rowId: id }, cipher);
    const told = { name: said('name_cipher', name), contact: said('contact_cipher', contact) };
    return hashesOf(key, { ...told, jurisdictionId, complaintId });
  });
  await insertHashes(manager, jurisdictionId, hashes);
}

/** After somebody's name or contact was put right: the complainants who are of the case now are looked for, and no others. */
export async function reindexContacts(
  manager: EntityManager,
  key: CaseKey,
  {
    jurisdictionId,
    complaintId,
    shielded,
    people,
  }: {
    jurisdictionId: string;
    complaintId: string;
    shielded: boolean;
    people: readonly { noted: PersonNoted; ended: boolean }[];
  },
): Promise<void> {
  await manager.query('DELETE FROM redress.contact_index WHERE complaint_id = $1', [complaintId]);
  // Who is shielded must not be known again by a case in which they were not.
  const complainants = shielded
    ? []
    : people.filter(({ noted, ended }) => !ended && noted.roles.includes('complainant'));
  for (const { noted } of complainants) await indexContact(manager, key, { ...noted, jurisdictionId, complaintId });
}
