import type { EntityManager } from 'typeorm';
import type { StaffRole } from '../../shared/actor.js';
import type { Attempts } from '../rules/lockout.js';

export interface StaffRow {
  jurisdictionId: string;
  id: string;
  signInName: string;
  displayName: string;
  passwordHash: string;
  roles: readonly StaffRole[];
}

export interface SigningIn extends Attempts {
  id: string;
  passwordHash: string;
  roles: StaffRole[];
}

/** False when somebody has that sign-in name already. */
export async function insertStaff(manager: EntityManager, staff: StaffRow): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.staff (jurisdiction_id, id, sign_in_name, display_name, password_hash, roles)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (jurisdiction_id, sign_in_name) DO NOTHING RETURNING id`,
    [staff.jurisdictionId, staff.id, staff.signInName, staff.displayName, staff.passwordHash, staff.roles],
  );
  return rows.length === 1;
}

export async function findCredential(
  manager: EntityManager,
  signInName: string,
): Promise<Pick<SigningIn, 'id' | 'passwordHash'> | null> {
  const rows: Pick<SigningIn, 'id' | 'passwordHash'>[] = await manager.query(
    'SELECT id, password_hash AS "passwordHash" FROM redress.staff WHERE sign_in_name = $1 AND disabled_at IS NULL',
    [signInName],
  );
  return rows[0] ?? null;
}

/** Locks the row: of many attempts at once each is counted. */
export async function findProving(manager: EntityManager, staffId: string): Promise<SigningIn | null> {
  const rows: SigningIn[] = await manager.query(
    `SELECT id, roles, password_hash AS "passwordHash", failed_sign_ins AS "failedSignIns", locked_until AS "lockedUntil"
       FROM redress.staff WHERE id = $1 AND disabled_at IS NULL FOR UPDATE`,
    [staffId],
  );
  return rows[0] ?? null;
}

export async function updateAttempts(manager: EntityManager, staffId: string, attempts: Attempts): Promise<void> {
  await manager.query('UPDATE redress.staff SET failed_sign_ins = $2, locked_until = $3 WHERE id = $1', [
    staffId,
    attempts.failedSignIns,
    attempts.lockedUntil,
  ]);
}

export async function findStaffName(manager: EntityManager, staffId: string): Promise<string | null> {
  const rows: { name: string }[] = await manager.query(
    'SELECT display_name AS name FROM redress.staff WHERE id = $1 AND disabled_at IS NULL',
    [staffId],
  );
  return rows[0]?.name ?? null;
}

/** The roles before; null when there is no such person. */
export async function updateRoles(
  manager: EntityManager,
  staffId: string,
  roles: readonly StaffRole[],
): Promise<StaffRole[] | null> {
  const rows: { roles: StaffRole[] }[] = await manager.query(
    'SELECT roles FROM redress.staff WHERE id = $1 AND disabled_at IS NULL FOR UPDATE',
    [staffId],
  );
  if (!rows[0]) return null;
  await manager.query('UPDATE redress.staff SET roles = $2 WHERE id = $1', [staffId, roles]);
  return rows[0].roles;
}

/** False when there is no such person, or the account is closed already. */
export async function disableStaff(manager: EntityManager, staffId: string, at: Date): Promise<boolean> {
  const [, count]: [unknown[], number] = await manager.query(
    'UPDATE redress.staff SET disabled_at = $2 WHERE id = $1 AND disabled_at IS NULL',
    [staffId, at],
  );
  return count === 1;
}

export async function findOwnAccount(
  manager: EntityManager,
  staffId: string,
): Promise<Pick<StaffRow, 'signInName' | 'displayName' | 'passwordHash'> | null> {
  const rows: Pick<StaffRow, 'signInName' | 'displayName' | 'passwordHash'>[] = await manager.query(
    `SELECT sign_in_name AS "signInName", display_name AS "displayName", password_hash AS "passwordHash"
       FROM redress.staff WHERE id = $1 AND disabled_at IS NULL`,
    [staffId],
  );
  return rows[0] ?? null;
}

/** False when it is another than `former` by now. */
export async function updatePassword(
  manager: EntityManager,
  staffId: string,
  { former, passwordHash }: { former: string; passwordHash: string },
): Promise<boolean> {
  const [, count]: [unknown[], number] = await manager.query(
    'UPDATE redress.staff SET password_hash = $3 WHERE id = $1 AND password_hash = $2',
    [staffId, former, passwordHash],
  );
  return count === 1;
}
