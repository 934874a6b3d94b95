import { collapse } from './base.js';
import { checkProblem } from './check-problem.js';
import type { LossVector } from './metric.js';
import { NodeCheck } from './node-check.js';
import type { Problem } from './problem.js';
import { taskOf } from './task.js';

/** What one transformation would cost, whether or not it keeps to the suppression limit. */
export interface Evaluation {
  readonly lossVector: LossVector;
  readonly suppressedUnits: number;
}

/** A function that measures any transformation of the problem; the rows are read once. */
export function evaluator(problem: Problem): (transformation: readonly number[]) => Evaluation {
  checkProblem(problem);
  const root = collapse(problem);
  const nodes = new NodeCheck(taskOf(root, problem));
  return (transformation) => {
    const grouping = nodes.publish(transformation);
    let suppressedUnits = 0;
    for (let id = 0; id < grouping.ids; id++) if (grouping.kept[id] === 0) suppressedUnits += grouping.units[id]!;
    return { lossVector: nodes.losses.loss(grouping), suppressedUnits };
  };
}
