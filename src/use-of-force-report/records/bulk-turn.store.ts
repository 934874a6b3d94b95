import type { EntityManager } from 'typeorm';
import { QueryFailedError } from 'typeorm';

const LOCK = `hashtextextended(concat_ws('/', 'bulk', $1::text), 0)`;
const ALONE = `SELECT pg_advisory_xact_lock(${LOCK})`;
const BESIDE = `SELECT pg_advisory_xact_lock_shared(${LOCK})`;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Until the transaction ends: a submission that is one transaction has its department's bulk route to itself, or two that
 * hold rows for long would stand in each other's way; those that commit by the chunk may go on beside each other. False:
 * somebody else's takes longer than twenty seconds.
 */
export async function awaitTurn(manager: EntityManager, departmentId: string, alone: boolean): Promise<boolean> {
  try {
    await manager.query(`SET LOCAL lock_timeout = '20s'`);
    await manager.query(alone ? ALONE : BESIDE, [departmentId]);
    await manager.query('RESET lock_timeout');
    return true;
  } catch (error) {
    if (error instanceof QueryFailedError && (error.driverError as { code?: string }).code === LOCK_NOT_AVAILABLE)
      return false;
    throw error;
  }
}
