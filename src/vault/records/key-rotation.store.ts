import type { EntityManager } from 'typeorm';

export interface KeyRotation {
  readonly id: string;
  readonly toVersion: number;
  /** Cases up to this one are wrapped anew; null: from the first on. */
  readonly afterCase: string | null;
  readonly cases: number;
  readonly begunAt: Date;
  readonly finishedAt: Date | null;
}

/** The one that is not over. Held: of two who go on with it one does a batch, then the other. */
export async function holdRotation(manager: EntityManager): Promise<KeyRotation | null> {
  const rows: KeyRotation[] = await manager.query(
    `SELECT id, to_version AS "toVersion", after_case AS "afterCase", cases, begun_at AS "begunAt", finished_at AS "finishedAt"
       FROM redress.key_rotation WHERE finished_at IS NULL FOR UPDATE`,
  );
  return rows[0] ?? null;
}

export async function lastRotation(manager: EntityManager): Promise<KeyRotation | null> {
  const rows: KeyRotation[] = await manager.query(
    `SELECT id, to_version AS "toVersion", after_case AS "afterCase", cases, begun_at AS "begunAt", finished_at AS "finishedAt"
       FROM redress.key_rotation ORDER BY to_version DESC LIMIT 1`,
  );
  return rows[0] ?? null;
}

export async function insertRotation(
  manager: EntityManager,
  { jurisdictionId, id, toVersion, at }: { jurisdictionId: string; id: string; toVersion: number; at: Date },
): Promise<void> {
  await manager.query(
    'INSERT INTO redress.key_rotation (jurisdiction_id, id, to_version, begun_at) VALUES ($1, $2, $3, $4)',
    [jurisdictionId, id, toVersion, at],
  );
}

/** Where whoever is killed now, or another, will go on from. */
export async function noteProgress(
  manager: EntityManager,
  id: string,
  { afterCase, done }: { afterCase: string | null; done: number },
): Promise<void> {
  await manager.query('UPDATE redress.key_rotation SET after_case = $2, cases = cases + $3 WHERE id = $1', [
    id,
    afterCase,
    done,
  ]);
}

export async function finishRotation(manager: EntityManager, id: string, at: Date): Promise<void> {
  await manager.query('UPDATE redress.key_rotation SET finished_at = $2 WHERE id = $1', [id, at]);
}
