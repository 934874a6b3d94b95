import type { LossVector } from './metric.js';
import type { Shadow } from './shadows.js';

/** What was found of a node. */
export interface Verdict {
  /** False, too, when it is not known but the node loses no less than what is to be beaten. */
  readonly feasible: boolean;
  /** Every finer node is infeasible too. */
  readonly hopeless: boolean;
  /** The node's loss, when it is feasible. */
  readonly loss: LossVector | null;
  /** No coarser node has less loss, when that is known. */
  readonly leastAbove: LossVector | null;
  /** What finer nodes lose at least, when that is known. */
  readonly shadow: Shadow | null;
}
