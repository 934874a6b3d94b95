import { compareLoss, type LossVector } from './metric.js';
import type { Tags } from './tags.js';

/** A node with a loss: its own, or one that no coarser node goes below. */
export interface Candidate {
  readonly node: number;
  readonly loss: LossVector;
}

/** Settles what is above a bound that the best does not exceed. @returns the bounds that were no use yet */
export function settleWorse(bounds: Candidate[], best: Candidate | null, tags: Tags): Candidate[] {
  if (best === null || bounds.length === 0) return bounds;
  return bounds.filter(({ node, loss }) => {
    if (compareLoss(loss, best.loss) < 0) return true;
    tags.settleAbove(node);
    return false;
  });
}
