import { Demands } from './demands.js';
import { Grouper, type Grouping } from './grouping.js';
import { lossModel, type LossModel } from './loss-model.js';
import { compareLoss, type LossVector } from './metric.js';
import { SizeCheck } from './size-check.js';
import { Snapshots } from './snapshots.js';
import type { Task } from './task.js';
import type { Verdict } from './verdict.js';

/** Looks at nodes: groups the base, asks the demands, measures the loss. */
export class NodeCheck {
  readonly losses: LossModel;
  readonly demands: Demands;
  private readonly grouper: Grouper;
  private readonly snapshots: Snapshots;
  private readonly sizes: SizeCheck | null;

  constructor(private readonly task: Task) {
    const { root, demanded, snapshotBytes } = task;
    this.losses = lossModel(root, demanded.metric);
    this.demands = new Demands(root, demanded, this.losses);
    this.grouper = new Grouper(root);
    this.snapshots = new Snapshots(root, snapshotBytes);
    // A bound for coarser nodes needs the classes: where one may be had, they are always formed.
    this.sizes = root.plain && !this.losses.spreadsUp ? new SizeCheck(task, this.losses, this.demands) : null;
  }

  /** @param best a loss that is no longer of interest unless it is beaten */
  check(levels: readonly number[], best: LossVector | null): Verdict {
    const { demands, losses } = this;
    const { limit } = this.task;
    const base = this.snapshots.below(levels);
    const { verdict: bySizes, shadow } = this.sizes?.check(base, levels, best) ?? { verdict: null, shadow: null };
    if (bySizes !== null) return bySizes;
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
      shadow,
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
