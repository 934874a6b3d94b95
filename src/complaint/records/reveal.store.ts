import type { EntityManager } from 'typeorm';
import type { CaseKey } from '../../vault/index.js';
import type { Complainant } from '../rules/intake-faults.js';
import { indexContact } from './contact-index.store.js';

/** Who complained anonymously is known from here on, to whom their privacy choice lets. Times before stay to the hour. */
export async function revealComplainant(
  manager: EntityManager,
  key: CaseKey,
  { jurisdictionId, complaintId }: { jurisdictionId: string; complaintId: string },
  { name, contact, privacy, shielded }: Pick<Complainant, 'name' | 'contact'> & { privacy: string; shielded: boolean },
): Promise<void> {
  const rows: { id: string }[] = await manager.query(
    `SELECT id FROM redress.complaint_person WHERE complaint_id = $1 AND roles @> ARRAY['complainant'] ORDER BY id LIMIT 1`,
    [complaintId],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('An anonymous case has no complainant.');
  const place = (column: string) => ({ table: 'complaint_person', column, rowId: id });
  await manager.query(
    'UPDATE redress.complaint_person SET name_cipher = $2, contact_cipher = $3, version = version + 1 WHERE id = $1',
    [id, key.sealGiven(place('name_cipher'), name), key.sealGiven(place('contact_cipher'), contact)],
  );
  if (!shielded) await indexContact(manager, key, { jurisdictionId, complaintId, name, contact });
  await manager.query('UPDATE redress.complaint SET anonymous = false, privacy = $2, shielded = $3 WHERE id = $1', [
    complaintId,
    privacy,
    shielded,
  ]);
}
