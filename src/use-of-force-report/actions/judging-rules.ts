import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { charterInForce } from '../../charter/index.js';
import { profilesHere } from '../records/profile.store.js';

/** Names the rules that reports are held to at that moment (64 hex digits): when it is another, what was judged is to be judged anew. */
export async function judgingRules(manager: EntityManager, now: Date): Promise<string> {
  const { document } = await charterInForce(manager, now);
  const { documents } = await profilesHere(manager);
  return createHash('sha256')
    .update(JSON.stringify([document.forceProfiles, documents]))
    .digest('hex');
}
