import type { RootBase } from './base.js';
import type { Demands } from './demands.js';
import { Grouper, type Grouping } from './grouping.js';
import type { LossModel } from './loss-model.js';
import { compareLoss, type LossVector } from './metric.js';
import { SmallClasses } from './small-classes.js';
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
  private readonly small: SmallClasses | null;
  /** To count the units in small classes is all there is to a node. */
  private readonly countsAll: boolean;

  /** @param limit the most units that may be suppressed */
  constructor(
    private readonly root: RootBase,
    private readonly demands: Demands,
    private readonly losses: LossModel,
    private readonly limit: number,
  ) {
    this.grouper = new Grouper(root);
    // A bound for coarser nodes needs the classes: where one may be had, they are always formed.
    this.small = root.plain && !losses.spreadsUp ? new SmallClasses(demands.fewestRows) : null;
    this.countsAll = demands.onlyK && losses.known && root.subjects.lone === root.units;
    this.snapshots = new Snapshots(root, SNAPSHOT_BYTES);
  }

  /** @param best a loss that is no longer of interest unless it is beaten */
  check(levels: readonly number[], best: LossVector | null): Verdict {
    this.checked++;
    const { demands, losses, limit } = this;
    const base = this.snapshots.below(levels);
    const few = this.small?.count(base, levels);
    if (few !== undefined && few.units > limit)
      return { feasible: false, hopeless: true, loss: null, leastAbove: null };
    if (few?.exact === true && this.countsAll)
      return { feasible: true, hopeless: false, loss: losses.least(levels), leastAbove: null };
    const grouping = this.grouper.group(base, levels);
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
