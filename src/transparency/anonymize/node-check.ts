import { Demands } from './demands.js';
import { Grouper, type Grouping } from './grouping.js';
import { lossModel, type LossModel } from './loss-model.js';
import { compareLoss, type LossVector } from './metric.js';
import { SmallClasses } from './small-classes.js';
import { Snapshots } from './snapshots.js';
import type { Task } from './task.js';

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
  readonly losses: LossModel;
  readonly demands: Demands;
  private readonly grouper: Grouper;
  private readonly snapshots: Snapshots;
  private readonly small: SmallClasses | null;
  /** To count the units in small classes is all there is to a node. */
  private readonly countsAll: boolean;

  constructor(private readonly task: Task) {
    const { root, demanded, snapshotBytes } = task;
    this.losses = lossModel(root, demanded.metric);
    this.demands = new Demands(root, demanded, this.losses);
    this.grouper = new Grouper(root);
    // A bound for coarser nodes needs the classes: where one may be had, they are always formed.
    this.small = root.plain && !this.losses.spreadsUp ? new SmallClasses(this.demands.fewestRows) : null;
    this.countsAll = this.demands.onlyK && this.losses.known && root.subjects.lone === root.units;
    this.snapshots = new Snapshots(root, snapshotBytes);
  }

  /** @param best a loss that is no longer of interest unless it is beaten */
  check(levels: readonly number[], best: LossVector | null): Verdict {
    const { demands, losses } = this;
    const { limit } = this.task;
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
    const grouping = this.grouper.group(this.task.root, levels);
    this.demands.askModels(grouping, this.demands.countPeople(grouping), Infinity);
    return grouping;
  }
}
