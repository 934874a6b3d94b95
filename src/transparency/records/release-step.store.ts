import type { EntityManager } from 'typeorm';
import { type Cohort, type FormerRelease, type PublishedFacts, SeriesRefused } from '../series/index.js';

export interface StepPlace {
  readonly jurisdictionId: string;
  readonly epochId: string;
  readonly releaseId: string;
}

interface FactsJson {
  readonly lone: readonly number[];
  readonly loneValues: readonly (readonly number[])[];
  readonly values: readonly number[];
  readonly joint: readonly (readonly number[])[];
}

/** Puts down what a release is about to say; a step of the same release that was planned before gives way. */
export async function saveStep(
  manager: EntityManager,
  { jurisdictionId, epochId, releaseId }: StepPlace,
  { number, cohorts, facts }: { number: number; cohorts: readonly Cohort[]; facts: PublishedFacts },
): Promise<void> {
  const { lone, loneValues, values, joint } = facts;
  const json: FactsJson = { lone: [...lone], loneValues: loneValues.map((counts) => [...counts]), values, joint };
  await manager.query('DELETE FROM redress.release_step WHERE epoch_id = $1 AND release_id = $2', [epochId, releaseId]);
  await manager.query(
    `INSERT INTO redress.release_step (jurisdiction_id, epoch_id, release_id, number, cohorts, facts)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [jurisdictionId, epochId, releaseId, number, JSON.stringify(cohorts), JSON.stringify(json)],
  );
}

/** What the epoch has published, in order; what was planned and not published is not part of it. */
export async function publishedSteps(
  manager: EntityManager,
  epochId: string,
): Promise<(FormerRelease & { readonly number: number; readonly cohorts: readonly Cohort[] })[]> {
  const rows: { name: string; k: number; number: number; cohorts: Cohort[]; facts: FactsJson }[] = await manager.query(
    `SELECT r.version AS name, e.k, s.number, s.cohorts, s.facts
       FROM redress.release_step s
       JOIN redress.release_epoch e ON e.jurisdiction_id = s.jurisdiction_id AND e.id = s.epoch_id
       JOIN redress.release r ON r.jurisdiction_id = s.jurisdiction_id AND r.id = s.release_id
      WHERE s.epoch_id = $1 AND r.status = 'published' ORDER BY s.number`,
    [epochId],
  );
  return rows.map(({ facts: { lone, loneValues, values, joint }, ...row }) => ({
    ...row,
    facts: {
      lone: Int32Array.from(lone),
      loneValues: loneValues.map((counts) => Int32Array.from(counts)),
      values,
      joint,
    },
  }));
}

/**
 * In the transaction that publishes: a plan made before another release of the dataset came out was never compared with it.
 * @throws SeriesRefused series-moved-on
 */
export async function confirmStep(manager: EntityManager, { epochId, releaseId }: StepPlace): Promise<void> {
  await manager.query('SELECT FROM redress.release_epoch WHERE id = $1 FOR UPDATE', [epochId]);
  const rows: { number: number; published: number; later: number }[] = await manager.query(
    `SELECT s.number, count(*) FILTER (WHERE other.epoch_id = s.epoch_id)::int AS published,
            count(*) FILTER (WHERE theirs.opened_at > ours.opened_at)::int AS later
       FROM redress.release_step s
       JOIN redress.release_epoch ours ON ours.jurisdiction_id = s.jurisdiction_id AND ours.id = s.epoch_id
       LEFT JOIN (redress.release_step other
              JOIN redress.release r ON r.jurisdiction_id = other.jurisdiction_id AND r.id = other.release_id AND r.status = 'published'
              JOIN redress.release_epoch theirs ON theirs.jurisdiction_id = other.jurisdiction_id AND theirs.id = other.epoch_id)
         ON theirs.dataset = ours.dataset AND other.release_id <> s.release_id
      WHERE s.epoch_id = $1 AND s.release_id = $2 GROUP BY s.number`,
    [epochId, releaseId],
  );
  if (!rows.some(({ number, published, later }) => number === published + 1 && later === 0))
    throw new SeriesRefused(
      'series-moved-on',
      'another release of the dataset was published since this one was planned',
    );
}
