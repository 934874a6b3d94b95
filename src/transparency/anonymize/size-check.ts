import type { Base } from './base.js';
import { castShadow } from './cast-shadow.js';
import type { Demands } from './demands.js';
import { hiddenAt, type HiddenRows } from './hidden-rows.js';
import type { LossModel } from './loss-model.js';
import { compareLoss, type LossVector } from './metric.js';
import { SmallClasses } from './small-classes.js';
import type { Task } from './task.js';
import type { Shadow } from './shadows.js';
import type { Verdict } from './verdict.js';

const WORSE: Omit<Verdict, 'hopeless'> = { feasible: false, loss: null, leastAbove: null, shadow: null };

/** What the sizes of a node's classes tell, without forming them: often all that is to be known. */
export class SizeCheck {
  private readonly small: SmallClasses;
  /** Nothing but the sizes of classes counts. */
  private readonly isAll: boolean;
  /** What is suppressed counts in the loss. */
  private readonly columns: LossModel['columns'];

  constructor(
    private readonly task: Task,
    private readonly losses: LossModel,
    demands: Demands,
  ) {
    const { root } = task;
    this.isAll = demands.onlyK && root.subjects.lone === root.units;
    this.columns = losses.known ? null : losses.columns;
    this.small = new SmallClasses(demands.fewestRows, this.columns === null ? null : root.tuples);
  }

  /** The verdict, when sizes are enough for one; and otherwise what finer nodes lose at least, when that is known. */
  check(
    base: Base,
    levels: readonly number[],
    best: LossVector | null,
  ): { verdict: Verdict | null; shadow: Shadow | null } {
    const { units, exact } = this.small.count(base, levels);
    if (units > this.task.limit) return { verdict: { ...WORSE, hopeless: true }, shadow: null };
    const settled = exact && this.isAll;
    if (this.columns === null)
      return { verdict: settled ? feasible(this.losses.least(levels), null) : null, shadow: null };
    const hidden = this.small.hidden(base, units);
    const shadow = castShadow(this.columns.metric, base, levels, hidden);
    if (settled) return { verdict: feasible(this.loss(base, levels, hidden), shadow), shadow };
    const least = this.columns.combine(levels.map((level, j) => shadow[j]![level]!));
    const beaten = best !== null && compareLoss(least, best) >= 0;
    return { verdict: beaten ? { ...WORSE, hopeless: false, shadow } : null, shadow };
  }

  private loss({ columns }: Base, levels: readonly number[], hidden: HiddenRows): LossVector {
    const { metric, combine } = this.columns!;
    return combine(levels.map((level, j) => metric.loss(j, level, hiddenAt(hidden, columns, j, level))));
  }
}

const feasible = (loss: LossVector, shadow: Shadow | null): Verdict => ({
  feasible: true,
  hopeless: false,
  loss,
  leastAbove: null,
  shadow,
});
