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
  const hashes = contactTokens(person).flatMap(({ kind, value }) =>
    key.blindIndexes(`${kind}/${value}`).map((index) => ({ kind, ...index })),
  );
  if (hashes.length === 0) return;
  await statements.query(
    `INSERT INTO redress.contact_index (jurisdiction_id, complaint_id, kind, hash, organization_version)
     SELECT $1, $2, token.kind, token.hash, token.version FROM unnest($3::text[], $4::bytea[], $5::int[]) AS token (kind, hash, version)
     ON CONFLICT DO NOTHING`,
    [
      ...[person.jurisdictionId, person.complaintId, hashes.map(({ kind }) => kind)],
      ...[hashes.map(({ hash }) => hash), hashes.map(({ version }) => version)],
    ],
  );
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
