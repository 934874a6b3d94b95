import type { EntityManager } from 'typeorm';

export interface SecondFactor {
  cipher: Buffer;
  confirmed: boolean;
}

/** Locks the row: of two codes at once, one is first. */
export async function findSecondFactor(manager: EntityManager, staffId: string): Promise<SecondFactor | null> {
  const rows: SecondFactor[] = await manager.query(
    `SELECT secret_cipher AS cipher, confirmed_at IS NOT NULL AS confirmed FROM redress.second_factor
      WHERE staff_id = $1 FOR UPDATE`,
    [staffId],
  );
  return rows[0] ?? null;
}

/** Begun anew as long as it is not confirmed; false when it is. */
export async function beginSecondFactor(
  manager: EntityManager,
  factor: { jurisdictionId: string; staffId: string; cipher: Buffer },
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO redress.second_factor AS f (jurisdiction_id, staff_id, secret_cipher) VALUES ($1, $2, $3)
     ON CONFLICT (jurisdiction_id, staff_id) DO UPDATE SET secret_cipher = EXCLUDED.secret_cipher
       WHERE f.confirmed_at IS NULL RETURNING staff_id`,
    [factor.jurisdictionId, factor.staffId, factor.cipher],
  );
  return rows.length === 1;
}

/** False when a code of this half minute, or a later one, was taken before. */
export async function takeStep(manager: EntityManager, staffId: string, step: number): Promise<boolean> {
  const [, count]: [unknown[], number] = await manager.query(
    'UPDATE redress.second_factor SET last_step = $2 WHERE staff_id = $1 AND last_step < $2',
    [staffId, step],
  );
  return count === 1;
}

export async function confirmSecondFactor(
  manager: EntityManager,
  factor: { jurisdictionId: string; staffId: string; hashes: Buffer[]; at: Date },
): Promise<void> {
  await manager.query('UPDATE redress.second_factor SET confirmed_at = $2 WHERE staff_id = $1', [
    factor.staffId,
    factor.at,
  ]);
  await manager.query(
    `INSERT INTO redress.recovery_code (jurisdiction_id, staff_id, code_hash)
     SELECT $1, $2, unnest($3::bytea[])`,
    [factor.jurisdictionId, factor.staffId, factor.hashes],
  );
}

/** False when there is no such code, or it was used. */
export async function useRecoveryCode(
  manager: EntityManager,
  { staffId, hash, at }: { staffId: string; hash: Buffer; at: Date },
): Promise<boolean> {
  const [, count]: [unknown[], number] = await manager.query(
    'UPDATE redress.recovery_code SET used_at = $3 WHERE staff_id = $1 AND code_hash = $2 AND used_at IS NULL',
    [staffId, hash, at],
  );
  return count === 1;
}

export async function deleteSecondFactor(manager: EntityManager, staffId: string): Promise<boolean> {
  const [, count]: [unknown[], number] = await manager.query('DELETE FROM redress.second_factor WHERE staff_id = $1', [
    staffId,
  ]);
  return count === 1;
}
