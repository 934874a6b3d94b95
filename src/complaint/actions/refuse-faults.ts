import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { Fault } from '../rules/fault.js';

/** @throws RuleBroken invalid (422) with every fault at once, each with its place */
export function refuseFaults(faults: Fault[]): void {
  if (faults.length === 0) return;
  const count = faults.length === 1 ? 'One thing is' : `${faults.length} things are`;
  throw new RuleBroken('invalid', `${count} wrong with what was sent; \`errors\` says where.`, 422, faults);
}
