import type { RootBase } from './base.js';
import type { Demands } from './demands.js';
import { Grouper, type Grouping } from './grouping.js';
import type { LossModel } from './loss-model.js';
import { compareLoss, type LossVector } from './metric.js';
import { Snapshots } from './snapshots.js';

/** Most bytes of snapshots. */
const SNAPSHOT_BYTES = 384 * 2 ** 20;

export interface Verdict {
  readonly feasible: boolean;
  /** Every finer node is infeasible too. */
  readonly hopeless: boolean;
  /** The node's loss, when it is feasible. */
  readonly loss: LossVector | null;
  /** No coarser node has less loss, when that is known. */
  readonly leastAbove: LossVector | null;
}

/** Looks at nodes: groups the base, asks the demands, measures the loss. */
export class NodeCheck {
  checked = 0;
  private readonly grouper: Grouper;
  private readonly snapshots: Snapshots;

  /** @param limit the most units that may be suppressed */
  constructor(
    private readonly root: RootBase,
    private readonly demands: Demands,
    private readonly losses: LossModel,
    private readonly limit: number,
  ) {
    this.grouper = new Grouper(root);
    this.snapshots = new Snapshots(root, SNAPSHOT_BYTES);
  }

  /** @param best a loss that is no longer of interest unless it is beaten */
  check(levels: readonly number[], best: LossVector | null): Verdict {
    this.checked++;
    const { demands, losses, limit } = this;
    const grouping = this.grouper.group(this.snapshots.below(levels), levels);
    const lacking = demands.countPeople(grouping);
    // Above a feasible node of a metric that generalization only raises there is nothing more to look for.
    const final = lacking <= limit && demands.onlyK && (losses.known || losses.spreadsUp);
    if (!final) this.snapshots.offer(grouping);
    const least = losses.spreadsUp ? losses.leastOf(grouping) : null;
    const verdict = (feasible: boolean, hopeless: boolean): Verdict => ({
      feasible,
      hopeless,
      loss: feasible ? losses.loss(grouping) : null,
      leastAbove: least,
    });
    if (lacking > limit) return verdict(false, true);
    if (demands.onlyK) return verdict(true, false);
    if (best !== null && !losses.known && compareLoss(least ?? losses.leastOf(grouping), best) >= 0)
      return verdict(false, false);
    const { units, certain } = demands.askModels(grouping, lacking, limit);
    const hopeless = certain > limit || (limit === 0 && units > 0 && demands.closedUnderUnion);
    return verdict(units <= limit, hopeless);
  }

  /** The grouping with all that must be suppressed unmarked, for the node that was chosen. */
  publish(levels: readonly number[]): Grouping {
    const grouping = this.grouper.group(this.root, levels);
    this.demands.askModels(grouping, this.demands.countPeople(grouping), Infinity);
    return grouping;
  }
}
