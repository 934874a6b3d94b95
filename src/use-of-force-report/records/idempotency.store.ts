import type { EntityManager } from 'typeorm';
import { QueryFailedError } from 'typeorm';

/** A key that a client chose, among those of the one who sent it. */
export interface OnceKey {
  jurisdictionId: string;
  principalId: string;
  key: string;
}

export interface StoredAnswer {
  requestHash: Buffer;
  /** The answer's JSON as it was sent: kept as text, because jsonb would sort its fields. */
  body: string;
}

const LOCK = `hashtextextended(concat_ws('/', 'idempotency', $1::text, $2::text, $3::text), 0)`;
const LOCK_NOW = `SELECT pg_try_advisory_xact_lock(${LOCK}) AS locked`;
const LOCK_IN_A_WHILE = `SELECT pg_advisory_xact_lock(${LOCK})`;
const LOCK_NOT_AVAILABLE = '55P03';

/** Until the transaction ends, nobody else works under this key; a server that dies lets go of it. False: it is held. */
export async function lockKey(manager: EntityManager, once: OnceKey): Promise<boolean> {
  const rows: { locked: boolean }[] = await manager.query(LOCK_NOW, [once.jurisdictionId, once.principalId, once.key]);
  return rows[0]?.locked === true;
}

/** The same, waiting two seconds for the one who holds it: of many at once, all but the first find its answer. */
export async function awaitKey(manager: EntityManager, once: OnceKey): Promise<boolean> {
  try {
    await manager.query(`SET LOCAL lock_timeout = '2s'`);
    await manager.query(LOCK_IN_A_WHILE, [once.jurisdictionId, once.principalId, once.key]);
    await manager.query('RESET lock_timeout');
    return true;
  } catch (error) {
    if (error instanceof QueryFailedError && (error.driverError as { code?: string }).code === LOCK_NOT_AVAILABLE)
      return false;
    throw error;
  }
}

export async function findAnswer(manager: EntityManager, once: OnceKey): Promise<StoredAnswer | null> {
  const rows: StoredAnswer[] = await manager.query(
    `SELECT request_hash AS "requestHash", response ->> 'body' AS body
       FROM redress.idempotency_key WHERE principal_id = $1 AND key = $2`,
    [once.principalId, once.key],
  );
  return rows[0] ?? null;
}

export async function keepAnswer(manager: EntityManager, once: OnceKey, answer: StoredAnswer): Promise<void> {
  await manager.query(
    `INSERT INTO redress.idempotency_key (jurisdiction_id, principal_id, key, request_hash, response)
     VALUES ($1, $2, $3, $4, jsonb_build_object('body', $5::text))`,
    [once.jurisdictionId, once.principalId, once.key, answer.requestHash, answer.body],
  );
}
