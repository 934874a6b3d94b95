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
  step: {
    number: number;
    cohorts: readonly Cohort[];
    facts: PublishedFacts;
    /** Published releases of the dataset, of all epochs, that it was planned beside. */
    beside: number;
  },
): Promise<void> {
  const { number, cohorts, facts, beside } = step;
  const { lone, loneValues, values, joint } = facts;
  const json: FactsJson = { lone: [...lone], loneValues: loneValues.map((counts) => [...counts]), values, joint };
  await manager.query('DELETE FROM redress.release_step WHERE epoch_id = $1 AND release_id = $2', [epochId, releaseId]);
  await manager.query(
    `INSERT INTO redress.release_step (jurisdiction_id, epoch_id, release_id, number, cohorts, facts, beside)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [jurisdictionId, epochId, releaseId, number, JSON.stringify(cohorts), JSON.stringify(json), beside],
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

/** Null: the release was not planned as one of a series, or its plan fell since. */
export async function stepOf(
  manager: EntityManager,
  releaseId: string,
): Promise<(StepPlace & { readonly number: number }) | null> {
  const rows: (StepPlace & { readonly number: number })[] = await manager.query(
    `SELECT jurisdiction_id AS "jurisdictionId", epoch_id AS "epochId", release_id AS "releaseId", number
       FROM redress.release_step WHERE release_id = $1`,
    [releaseId],
  );
  return rows[0] ?? null;
}

/** Whether everything that is out of the dataset was out when the step was planned. */
export async function stepStands(manager: EntityManager, { epochId, releaseId }: StepPlace): Promise<boolean> {
  const rows: { number: number; beside: number; published: number; all: number }[] = await manager.query(
    `SELECT s.number, s.beside, count(*) FILTER (WHERE other.epoch_id = s.epoch_id)::int AS published,
            count(theirs.id)::int AS "all"
       FROM redress.release_step s
       JOIN redress.release_epoch ours ON ours.jurisdiction_id = s.jurisdiction_id AND ours.id = s.epoch_id
       LEFT JOIN (redress.release_step other
              JOIN redress.release r ON r.jurisdiction_id = other.jurisdiction_id AND r.id = other.release_id AND r.status = 'published'
              JOIN redress.release_epoch theirs ON theirs.jurisdiction_id = other.jurisdiction_id AND theirs.id = other.epoch_id)
         ON theirs.dataset = ours.dataset AND other.release_id <> s.release_id
      WHERE s.epoch_id = $1 AND s.release_id = $2 GROUP BY s.number, s.beside`,
    [epochId, releaseId],
  );
  return rows.some(({ number, beside, published, all }) => number === published + 1 && beside === all);
}

/**
 * In the transaction that publishes: a plan made before another release of the dataset came out was never compared with it.
 * Until the transaction ends no other comes out, and no case of it is erased.
 * @throws SeriesRefused series-moved-on
 */
export async function confirmStep(manager: EntityManager, place: StepPlace): Promise<void> {
  await manager.query(
    `SELECT FROM redress.release_epoch WHERE dataset = (SELECT dataset FROM redress.release_epoch WHERE id = $1)
      ORDER BY id FOR UPDATE`,
    [place.epochId],
  );
  if (!(await stepStands(manager, place)))
    throw new SeriesRefused(
      'series-moved-on',
      'another release of the dataset was published since this one was planned',
    );
}
