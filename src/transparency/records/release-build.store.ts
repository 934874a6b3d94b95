import type { EntityManager } from 'typeorm';

/** How far the building of a release is, or came. */
export interface ReleaseBuild {
  /** More than one: a worker died over it, and another took it up. */
  attempt: number;
  stage: string;
  /** Of this stage */
  rowsDone: number;
  startedAt: Date;
  toldAt: Date;
}

interface BuildPlace {
  readonly jurisdictionId: string;
  readonly releaseId: string;
}

/** A builder begins, for the first time or after another. */
export async function beginBuild(
  manager: EntityManager,
  { jurisdictionId, releaseId }: BuildPlace,
  at: Date,
): Promise<void> {
  await manager.query(
    `INSERT INTO redress.release_build AS build (jurisdiction_id, release_id, stage, started_at, told_at)
     VALUES ($1, $2, 'snapshot', $3, $3)
     ON CONFLICT (jurisdiction_id, release_id) DO UPDATE
       SET attempt = build.attempt + 1, stage = 'snapshot', rows_done = 0, started_at = $3, told_at = $3`,
    [jurisdictionId, releaseId, at],
  );
}

/** False when nobody waits for it any more: it was called off, or another has built it. */
export async function tellBuild(
  manager: EntityManager,
  releaseId: string,
  { stage, rows, at }: { readonly stage: string; readonly rows: number; readonly at: Date },
): Promise<boolean> {
  await manager.query(
    `UPDATE redress.release_build SET stage = $2, rows_done = $3, told_at = greatest($4, started_at) WHERE release_id = $1`,
    [releaseId, stage, rows, at],
  );
  const waiting: unknown[] = await manager.query(`SELECT FROM redress.release WHERE id = $1 AND status = 'requested'`, [
    releaseId,
  ]);
  return waiting.length === 1;
}

export async function buildOf(manager: EntityManager, releaseId: string): Promise<ReleaseBuild | null> {
  const rows: ReleaseBuild[] = await manager.query(
    `SELECT attempt, stage, rows_done::float8 AS "rowsDone", started_at AS "startedAt", told_at AS "toldAt"
       FROM redress.release_build WHERE release_id = $1`,
    [releaseId],
  );
  return rows[0] ?? null;
}
