import type { EntityManager } from 'typeorm';
import { charterInForce, jurisdictionDay } from '../../charter/index.js';
import { type Terms, termsOf } from '../rules/terms.js';

/** The charter in force, and what a report is measured by under it. */
export async function termsInForce(
  manager: EntityManager,
  jurisdictionId: string,
  at: Date,
): Promise<{ charterId: string; terms: Terms }> {
  const charter = await charterInForce(manager, at);
  return {
    charterId: charter.id,
    terms: termsOf(charter.document, await jurisdictionDay(manager, jurisdictionId, at)),
  };
}
