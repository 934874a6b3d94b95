import { AnonymizationRefused } from './anonymization-refused.js';
import type { Lattice } from './lattice.js';
import type { Progress } from './problem.js';

export interface Found {
  readonly node: number;
  /** Nothing feasible has less loss. */
  readonly lowerBound: number;
}

export interface SearchLimits {
  readonly outOfTime: () => boolean;
  readonly onStep?: ((progress: Omit<Progress, 'checked'>) => void) | undefined;
}

/**
 * The feasible node of least loss. Loss is known before grouping, so nodes are taken in its order and the first feasible
 * one is the optimum, proven. What is known infeasible is tagged together with everything finer (sound for a minimum
 * number of subjects with whole suppression: coarser classes are unions, so nothing that could be published ceases to
 * be; no other model may rely on it). An upward probe finds coarse infeasible nodes early, as in OLA (El Emam et al.
 * 2009) and Flash (Kohlmayer et al. 2012).
 * @throws AnonymizationRefused `infeasible` when even the coarsest node is
 */
export function search(
  lattice: Lattice,
  losses: Float64Array,
  feasible: (node: number) => boolean,
  limits: SearchLimits,
): Found {
  if (!feasible(lattice.top))
    throw new AnonymizationRefused(
      'infeasible',
      'even the coarsest transformation breaks the demands within the suppression limit',
    );
  const infeasible = new Uint8Array(lattice.size);
  let best = lattice.top;
  let bestLoss = Infinity;
  const order = new Uint32Array(lattice.size).map((_, i) => i).sort((a, b) => losses[a]! - losses[b]!);
  for (const node of order) {
    const bound = losses[node]!;
    if (bound >= bestLoss) break;
    if (infeasible[node] === 1) continue;
    const path = probePath(lattice, losses, node, bestLoss);
    let low = -1;
    let high = path.length;
    for (let at = high - 1; low + 1 < high; at = (low + high) >> 1) {
      if (limits.outOfTime()) return { node: best, lowerBound: bound };
      const probe = path[at]!;
      if (feasible(probe)) {
        best = probe;
        bestLoss = losses[probe]!;
        high = at;
      } else {
        tagDown(lattice, infeasible, probe);
        low = at;
      }
    }
    limits.onStep?.({ best: losses[best]!, lowerBound: bound });
  }
  return { node: best, lowerBound: losses[best]! };
}

/** From `node` upward by the least loss each time, while the loss stays below what is already found. */
function probePath(lattice: Lattice, losses: Float64Array, node: number, below: number): number[] {
  const path: number[] = [];
  for (
    let at: number | undefined = node;
    at !== undefined && losses[at]! < below;
    at = cheapest(lattice.successors(at), losses)
  )
    path.push(at);
  return path;
}

function cheapest(nodes: readonly number[], losses: Float64Array): number | undefined {
  let best: number | undefined;
  for (const node of nodes) if (best === undefined || losses[node]! < losses[best]!) best = node;
  return best;
}

function tagDown(lattice: Lattice, tags: Uint8Array, node: number): void {
  lattice.descend(node, (at) => {
    if (tags[at] === 1) return false;
    tags[at] = 1;
    return true;
  });
}
