import type { EntityManager } from 'typeorm';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { type HeldReferral, holdReferral } from '../records/referral.store.js';

/** A referral that nobody took up yet, held until the transaction ends. @throws NotFound, RuleBroken referral-elsewhere, taken-up-already (409) */
export async function holdOpenReferral(
  manager: EntityManager,
  referralId: string,
  to: HeldReferral['referTo'],
): Promise<HeldReferral> {
  const held = await holdReferral(manager, referralId);
  if (!held) throw new NotFound();
  if (held.referTo !== to)
    throw new RuleBroken('referral-elsewhere', `This report was referred to the ${held.referTo}: take it up there.`);
  if (held.takenUp) throw new RuleBroken('taken-up-already', 'This referral was taken up already.');
  return held;
}
