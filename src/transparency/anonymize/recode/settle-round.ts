import { anonymize } from '../anonymize.js';
import type { Anonymization, Problem } from '../problem.js';
import { unionOfRounds } from './union.js';

/** The union of rounds as a reader sees it, once nothing in it breaks a demand. */
export interface SettledUnion {
  /** unit → round; those that the newest round could not give back are 0 again */
  readonly roundOf: Int32Array;
  readonly classes: number;
  readonly smallestClass: number;
}

/**
 * Takes from the newest round what, together with the earlier ones, would break a demand. Classes of two rounds may read
 * the same; their union has all subjects of both, but not every model holds of a union because it holds of its parts
 * (Grassberger's estimate of entropy does not), and models of sizes are about all classes at once.
 * @param roundOf without the newest round no demand is broken
 * @returns null when nothing of the newest round can stay
 */
export function settleRound(
  problem: Problem,
  roundOf: Int32Array,
  transformations: readonly (readonly number[])[],
): SettledUnion | null {
  const settled = roundOf.slice();
  const newest = transformations.length;
  while (settled.includes(newest)) {
    const { found, unitOf } = judge(problem, settled, transformations);
    if (found.suppressedUnits === 0)
      return { roundOf: settled, classes: found.classes, smallestClass: found.smallestClass };
    let taken = 0;
    for (const [at, u] of unitOf.entries())
      if (found.keep[at] === 0 && settled[u] === newest) {
        settled[u] = 0;
        taken++;
      }
    if (taken === 0) return null;
  }
  return null;
}

/** What would have to go if the union were one table that is published word for word. */
function judge(problem: Problem, roundOf: Int32Array, transformations: readonly (readonly number[])[]) {
  const { problem: union, unitOf } = unionOfRounds(problem, roundOf, transformations);
  const { budgetMs: _, onProgress: __, ...unhurried } = union;
  const found: Anonymization = anonymize({ ...unhurried, metric: { name: 'height' } });
  return { found, unitOf };
}
