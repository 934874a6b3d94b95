import type { EntityManager } from 'typeorm';
import type { Scope } from '../rules/scopes.js';
import { hashOf } from './session.store.js';

interface KeyRow {
  jurisdictionId: string;
  id: string;
  departmentId: string;
  label: string;
  token: string;
  scopes: readonly Scope[];
  createdAt: Date;
  endsAt: Date;
}

export async function insertDepartmentKey(manager: EntityManager, key: KeyRow): Promise<void> {
  await manager.query(
    `INSERT INTO redress.department_key (jurisdiction_id, id, department_id, label, secret_hash, scopes, created_at, ends_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [key.jurisdictionId, key.id, key.departmentId, key.label, hashOf(key.token), key.scopes, key.createdAt, key.endsAt],
  );
}

/** The department whose live key this is, or null. */
export async function findDepartmentByKey(
  manager: EntityManager,
  sought: { keyId: string; token: string; now: Date },
): Promise<{ departmentId: string; scopes: Scope[] } | null> {
  const rows: { departmentId: string; scopes: Scope[] }[] = await manager.query(
    `SELECT department_id AS "departmentId", scopes FROM redress.department_key
      WHERE id = $1 AND secret_hash = $2 AND revoked_at IS NULL AND ends_at > $3`,
    [sought.keyId, hashOf(sought.token), sought.now],
  );
  return rows[0] ?? null;
}
