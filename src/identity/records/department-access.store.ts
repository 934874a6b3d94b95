import type { EntityManager } from 'typeorm';
import type { Scope } from '../rules/scopes.js';

export interface Access {
  id: string;
  label: string;
  scopes: Scope[];
  createdAt: Date;
  endsAt: Date;
  revokedAt: Date | null;
}

interface Sought {
  departmentId: string;
  id: string;
  at: Date;
}

export async function listKeys(manager: EntityManager, departmentId: string): Promise<Access[]> {
  return manager.query(
    `SELECT id, label, scopes, created_at AS "createdAt", ends_at AS "endsAt", revoked_at AS "revokedAt"
       FROM redress.department_key WHERE department_id = $1 ORDER BY created_at, id`,
    [departmentId],
  );
}

export async function listClients(manager: EntityManager, departmentId: string): Promise<Access[]> {
  return manager.query(
    `SELECT id, label, scopes, created_at AS "createdAt", ends_at AS "endsAt", revoked_at AS "revokedAt"
       FROM redress.department_client WHERE department_id = $1 ORDER BY created_at, id`,
    [departmentId],
  );
}

/** False when there is none that lives. */
export async function revokeKey(manager: EntityManager, { departmentId, id, at }: Sought): Promise<boolean> {
  const [, count]: [unknown[], number] = await manager.query(
    'UPDATE redress.department_key SET revoked_at = $3 WHERE department_id = $1 AND id = $2 AND revoked_at IS NULL',
    [departmentId, id, at],
  );
  return count === 1;
}

/** The same of a client. */
export async function revokeClient(manager: EntityManager, { departmentId, id, at }: Sought): Promise<boolean> {
  const [, count]: [unknown[], number] = await manager.query(
    'UPDATE redress.department_client SET revoked_at = $3 WHERE department_id = $1 AND id = $2 AND revoked_at IS NULL',
    [departmentId, id, at],
  );
  return count === 1;
}
