import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { Refusal } from '../rules/opening-refusals.js';

/** @throws RuleBroken when it is a no */
export function refuse(refusal: Refusal | null): void {
  if (refusal) throw new RuleBroken(refusal.code, refusal.message, refusal.status);
}
