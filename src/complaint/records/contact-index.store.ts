import type { Statements } from '../../platform/postgres/in-one-statement.js';
import type { CaseKey } from '../../vault/index.js';
import { contactTokens } from '../rules/contact-tokens.js';

export interface IndexedPerson {
  jurisdictionId: string;
  complaintId: string;
  name?: string | undefined;
  contact?: string | undefined;
}

/** Keeps keyed hashes of how a complainant can be known again, and nothing else of them. */
export async function indexContact(statements: Statements, key: CaseKey, person: IndexedPerson): Promise<void> {
  const tokens = contactTokens(person);
  if (tokens.length === 0) return;
  await statements.query(
    `INSERT INTO redress.contact_index (jurisdiction_id, complaint_id, kind, hash)
     SELECT $1, $2, token.kind, token.hash FROM unnest($3::text[], $4::bytea[]) AS token (kind, hash)
     ON CONFLICT DO NOTHING`,
    [
      ...[person.jurisdictionId, person.complaintId, tokens.map(({ kind }) => kind)],
      tokens.map(({ kind, value }) => key.blindIndex(`${kind}/${value}`)),
    ],
  );
}
