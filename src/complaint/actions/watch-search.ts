import type { EntityManager } from 'typeorm';
import { charterInForce } from '../../charter/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { ActorOf } from '../../shared/actor.js';
import type { HeldSearch } from '../records/saved-search.store.js';
import { forgetLooks, lookFor } from '../records/search-look.store.js';
import { MOST_WATCHED } from '../rules/saved-search.js';
import { searchFaults } from '../rules/search-faults.js';
import { refuseFaults } from './refuse-faults.js';

/**
 * The first look at a search that was just saved, in the same transaction: what it finds now is known and no news.
 * @throws RuleBroken invalid, too-wide (422)
 */
export async function watchSearch(
  manager: EntityManager,
  actor: ActorOf<'staff'>,
  { searchId, question, cadence }: HeldSearch,
  at: Date,
): Promise<void> {
  refuseFaults(searchFaults(question, (await charterInForce(manager, at)).document));
  await forgetLooks(manager, searchId);
  if (cadence === 'none') return;
  const { filter } = question;
  if ((await lookFor(manager, actor, { searchId, filter, known: true, at })) !== null) return;
  throw new RuleBroken(
    'too-wide',
    `It finds more than ${MOST_WATCHED} cases, too many to be alerted to: narrow it, or save it with cadence none.`,
    422,
  );
}
