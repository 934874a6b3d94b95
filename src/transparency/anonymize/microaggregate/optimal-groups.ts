import { checkValues } from './check-values.js';
import type { GroupedValues } from './grouped-values.js';
import { nearestStarts } from './nearest-starts.js';

/**
 * Univariate microaggregation of least squared error: groups of at least k distinct subjects, each a run of the sorted
 * numbers (Hansen & Mukherjee 2003: a shortest path over the cuts between them). O(n log n + n k).
 *
 * When every row is its own subject no grouping at all loses less. When subjects have several rows it is the best of
 * those whose groups are runs of the sorted numbers, equal numbers in the order of the rows.
 * @throws AnonymizationRefused `problem-malformed`; `infeasible` when there are fewer than k subjects
 */
export function optimalGroups(values: Float64Array, k: number, subject?: Int32Array): GroupedValues {
  const { subjectOf, subjects } = checkValues([values], k, subject);
  const n = values.length;
  const order = new Uint32Array(n).map((_, row) => row).sort((a, b) => values[a]! - values[b]! || a - b);
  const cost = runCosts(values, order);
  const starts = nearestStarts(
    Int32Array.from(order, (row) => subjectOf[row]!),
    subjects,
    k,
  );
  // best[j]: least cost of the first j numbers; from[j]: where its last group starts
  const best = new Float64Array(n + 1).fill(Infinity);
  const from = new Int32Array(n + 1);
  best[0] = 0;
  for (let j = 1; j <= n; j++) {
    const nearest = starts[j]!;
    if (nearest < 0) continue;
    // A group that holds two runs of k subjects is never better than the two apart.
    const farthest = Math.max(0, starts[nearest]! + 1);
    for (let i = farthest; i <= nearest; i++) {
      const through = best[i]! + cost(i, j);
      if (through < best[j]!) {
        best[j] = through;
        from[j] = i;
      }
    }
  }
  return { ...cutUp(order, from), sse: n === 0 ? 0 : best[n]!, sst: n === 0 ? 0 : cost(0, n) };
}

function cutUp(order: Uint32Array, from: Int32Array): Pick<GroupedValues, 'groupOf' | 'groups'> {
  const n = order.length;
  const cuts: number[] = [];
  for (let j = n; j > 0; j = from[j]!) cuts.push(from[j]!);
  cuts.reverse();
  const groupOf = new Int32Array(n);
  for (const [group, cut] of cuts.entries())
    for (let p = cut; p < (cuts[group + 1] ?? n); p++) groupOf[order[p]!] = group;
  return { groupOf, groups: cuts.length };
}

/** The squared error of a run of the sorted numbers about its mean, from prefix sums about the middle of all. */
function runCosts(values: Float64Array, order: Uint32Array): (from: number, to: number) => number {
  const n = order.length;
  const middle = n === 0 ? 0 : values[order[n >> 1]!]!;
  const sums = new Float64Array(n + 1);
  const squares = new Float64Array(n + 1);
  for (let p = 0; p < n; p++) {
    const value = values[order[p]!]! - middle;
    sums[p + 1] = sums[p]! + value;
    squares[p + 1] = squares[p]! + value * value;
  }
  return (from, to) => {
    const sum = sums[to]! - sums[from]!;
    return Math.max(0, squares[to]! - squares[from]! - (sum * sum) / (to - from));
  };
}
