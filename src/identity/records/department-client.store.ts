import type { EntityManager } from 'typeorm';
import type { ClientKey } from '../rules/client-key.js';
import type { Scope } from '../rules/scopes.js';
import { hashOf } from './session.store.js';

export interface ClientRow {
  jurisdictionId: string;
  id: string;
  departmentId: string;
  label: string;
  publicKey: ClientKey;
  scopes: readonly Scope[];
  createdAt: Date;
  endsAt: Date;
}

export async function insertClient(manager: EntityManager, client: ClientRow): Promise<void> {
  await manager.query(
    `INSERT INTO redress.department_client (jurisdiction_id, id, department_id, label, public_key, scopes, created_at, ends_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      client.jurisdictionId,
      client.id,
      client.departmentId,
      client.label,
      JSON.stringify(client.publicKey),
      client.scopes,
      client.createdAt,
      client.endsAt,
    ],
  );
}

export async function findLiveClient(
  manager: EntityManager,
  id: string,
  now: Date,
): Promise<Pick<ClientRow, 'departmentId' | 'publicKey' | 'scopes'> | null> {
  const rows: Pick<ClientRow, 'departmentId' | 'publicKey' | 'scopes'>[] = await manager.query(
    `SELECT department_id AS "departmentId", public_key AS "publicKey", scopes FROM redress.department_client
      WHERE id = $1 AND revoked_at IS NULL AND ends_at > $2`,
    [id, now],
  );
  return rows[0] ?? null;
}

/** Tokens of the client that have run out go. */
export async function insertDepartmentToken(
  manager: EntityManager,
  token: { jurisdictionId: string; clientId: string; token: string; scopes: readonly Scope[]; endsAt: Date; now: Date },
): Promise<void> {
  await manager.query('DELETE FROM redress.department_token WHERE client_id = $1 AND ends_at < $2', [
    token.clientId,
    token.now,
  ]);
  await manager.query(
    `INSERT INTO redress.department_token (jurisdiction_id, token_hash, client_id, scopes, ends_at)
     VALUES ($1, $2, $3, $4, $5)`,
    [token.jurisdictionId, hashOf(token.token), token.clientId, token.scopes, token.endsAt],
  );
}

/** Null from the moment on at which its client is revoked. */
export async function findDepartmentByToken(
  manager: EntityManager,
  token: string,
  now: Date,
): Promise<{ departmentId: string; scopes: Scope[] } | null> {
  const rows: { departmentId: string; scopes: Scope[] }[] = await manager.query(
    `SELECT c.department_id AS "departmentId", t.scopes FROM redress.department_token t
       JOIN redress.department_client c ON c.jurisdiction_id = t.jurisdiction_id AND c.id = t.client_id
      WHERE t.token_hash = $1 AND t.ends_at > $2 AND c.revoked_at IS NULL AND c.ends_at > $2`,
    [hashOf(token), now],
  );
  return rows[0] ?? null;
}
