import type { EntityManager } from 'typeorm';
import { type CharterDocument, termOf } from '../../charter/index.js';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { carriedMotion } from '../records/policy.store.js';

/** The power of an agency to recommend by itself, in the charter's words. */
const OWN_POWER = 'recommend_policy';

/**
 * The board speaks by a motion that it carried; an agency with the power to recommend policy does so itself.
 * @throws RuleBroken motion-missing (422), no-carried-motion (409)
 */
export async function requireAuthority(
  manager: EntityManager,
  motionId: string | null,
  charter: Pick<CharterDocument, 'agency'>,
): Promise<void> {
  if (motionId === null) {
    if (termOf(charter.agency.powers, OWN_POWER) !== null) return;
    throw new RuleBroken(
      'motion-missing',
      'The agency has no power to say this by itself: name a carried motion.',
      422,
    );
  }
  if (!(await carriedMotion(manager, motionId)))
    throw new RuleBroken('no-carried-motion', 'There is no motion of this id that the board carried about no case.');
}
