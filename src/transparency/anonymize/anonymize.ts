import type { Anonymization, Problem } from './problem.js';
import { drive } from './drive.js';
import { undertake } from './undertaking.js';

/**
 * The transformation of least loss under which every published unit's signature (all its rows together) is shared by at
 * least k distinct subjects and meets the models, with at most the allowed share of units removed whole.
 * @throws AnonymizationRefused with a stable code: a hierarchy that is not nested, a malformed problem, nothing feasible
 */
export function anonymize(problem: Problem): Anonymization {
  const { search, lattice, nodes, limits, finish } = undertake(problem);
  const check = (node: number) => nodes.check(lattice.transformation(node), search.bestLoss);
  drive(search.begin(), check);
  drive(search.lane(limits), check);
  return finish();
}
