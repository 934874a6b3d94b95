import type { EntityManager } from 'typeorm';
import type { StaffRole } from '../../shared/actor.js';

export interface NewPasskey {
  jurisdictionId: string;
  id: string;
  staffId: string;
  credentialId: string;
  publicKey: Uint8Array;
  label: string;
  counter: number;
  at: Date;
}

export interface HeldPasskey {
  id: string;
  staffId: string;
  roles: StaffRole[];
  credentialId: string;
  publicKey: Buffer;
  counter: number;
}

export interface ListedPasskey {
  id: string;
  label: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** False when this very passkey is registered already. */
export async function insertPasskey(manager: EntityManager, passkey: NewPasskey): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.passkey (jurisdiction_id, id, staff_id, credential_id, public_key, label, counter, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (jurisdiction_id, credential_id) DO NOTHING RETURNING id`,
    [
      passkey.jurisdictionId,
      passkey.id,
      passkey.staffId,
      passkey.credentialId,
      Buffer.from(passkey.publicKey),
      passkey.label,
      passkey.counter,
      passkey.at,
    ],
  );
  return rows.length === 1;
}

/** Locks the row: of two uses at once, the second sees the first one's counter. Null too when the person has left. */
export async function findPasskey(manager: EntityManager, credentialId: string): Promise<HeldPasskey | null> {
  const rows: (Omit<HeldPasskey, 'counter'> & { counter: string })[] = await manager.query(
    `SELECT k.id, k.staff_id AS "staffId", s.roles, k.credential_id AS "credentialId", k.public_key AS "publicKey", k.counter
       FROM redress.passkey k JOIN redress.staff s ON s.jurisdiction_id = k.jurisdiction_id AND s.id = k.staff_id
      WHERE k.credential_id = $1 AND s.disabled_at IS NULL FOR UPDATE OF k`,
    [credentialId],
  );
  return rows[0] ? { ...rows[0], counter: Number(rows[0].counter) } : null;
}

export async function notePasskeyUse(
  manager: EntityManager,
  { id, counter, at }: { id: string; counter: number; at: Date },
): Promise<void> {
  await manager.query('UPDATE redress.passkey SET counter = $2, last_used_at = $3 WHERE id = $1', [id, counter, at]);
}

export async function listPasskeys(manager: EntityManager, staffId: string): Promise<ListedPasskey[]> {
  return manager.query(
    `SELECT id, label, created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM redress.passkey
      WHERE staff_id = $1 ORDER BY created_at, id`,
    [staffId],
  );
}

export async function credentialIdsOf(manager: EntityManager, staffId: string): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    'SELECT credential_id AS id FROM redress.passkey WHERE staff_id = $1',
    [staffId],
  );
  return rows.map(({ id }) => id);
}

/** False when the person has none of this id. */
export async function deletePasskey(manager: EntityManager, staffId: string, id: string): Promise<boolean> {
  const [, count]: [unknown[], number] = await manager.query(
    'DELETE FROM redress.passkey WHERE staff_id = $1 AND id = $2',
    [staffId, id],
  );
  return count === 1;
}

/** How many there were. */
export async function deletePasskeysOf(manager: EntityManager, staffId: string): Promise<number> {
  const [, count]: [unknown[], number] = await manager.query('DELETE FROM redress.passkey WHERE staff_id = $1', [
    staffId,
  ]);
  return count;
}
