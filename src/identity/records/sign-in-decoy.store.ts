import type { EntityManager } from 'typeorm';
import type { Attempts } from '../rules/lockout.js';
import type { SigningIn } from './staff.store.js';

/** Stands for whoever is not there, where their attempts are counted: no person has this id. */
export const NOBODY: SigningIn = {
  id: '00000000-0000-0000-0000-000000000000',
  passwordHash: '',
  roles: [],
  failedSignIns: 0,
  lockedUntil: null,
};

/** Locks the place's decoy, by the statement that a person's row is locked by; the first to ask makes it. */
export async function findDecoy(manager: EntityManager, jurisdictionId: string): Promise<SigningIn> {
  const rows: SigningIn[] = await manager.query(
    `SELECT id, roles, password_hash AS "passwordHash", failed_sign_ins AS "failedSignIns", locked_until AS "lockedUntil"
       FROM redress.sign_in_decoy WHERE id = $1 AND disabled_at IS NULL FOR UPDATE`,
    [NOBODY.id],
  );
  if (rows[0]) return rows[0];
  await manager.query(
    `INSERT INTO redress.sign_in_decoy (jurisdiction_id, id, sign_in_name, display_name, password_hash, roles)
     VALUES ($1, $2, '', '', '$argon2id$', '{}') ON CONFLICT DO NOTHING`,
    [jurisdictionId, NOBODY.id],
  );
  return NOBODY;
}

export async function updateDecoy(manager: EntityManager, attempts: Attempts): Promise<void> {
  await manager.query('UPDATE redress.sign_in_decoy SET failed_sign_ins = $2, locked_until = $3 WHERE id = $1', [
    NOBODY.id,
    attempts.failedSignIns,
    attempts.lockedUntil,
  ]);
}
