import type { EntityManager } from 'typeorm';
import { charterInForce } from '../../charter/index.js';
import { type Terms, termsOf } from '../rules/terms.js';

/** The charter in force, and what a report is measured by under it. */
export async function termsInForce(
  manager: EntityManager,
  jurisdictionId: string,
  at: Date,
): Promise<{ charterId: string; terms: Terms }> {
  const charter = await charterInForce(manager, at);
  return { charterId: charter.id, terms: termsOf(charter.document, await localDay(manager, jurisdictionId, at)) };
}

/** The day that it is there: a report of tonight is not from the future because it is tomorrow in Greenwich. */
export async function localDay(manager: EntityManager, jurisdictionId: string, at: Date): Promise<string> {
  const rows: { day: string }[] = await manager.query(
    'SELECT ($2::timestamptz AT TIME ZONE time_zone)::date::text AS day FROM redress.jurisdiction WHERE id = $1',
    [jurisdictionId, at],
  );
  if (!rows[0]) throw new Error(`There is no jurisdiction ${jurisdictionId}.`);
  return rows[0].day;
}
