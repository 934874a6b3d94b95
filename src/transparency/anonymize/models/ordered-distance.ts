import type { SensitiveColumn } from '../sensitive-column.js';
import type { Distance } from './cell-test.js';

/**
 * Earth mover's distance over an order (Li et al. 2007): the mean over the steps of the order of the difference between
 * the cumulated shares. Between two values that the cell holds its own cumulated share Q stands still, so each such run
 * is summed from prefix sums on either side of the place where the overall cumulated share P passes Q.
 */
export function orderedDistance({ rank, overall }: SensitiveColumn): Distance {
  const size = overall.length;
  const cumulated = new Float64Array(size);
  const sums = new Float64Array(size + 1);
  for (const [value, at] of rank.entries()) cumulated[at] = overall[value]!;
  for (let at = 1; at < size; at++) cumulated[at] = cumulated[at]! + cumulated[at - 1]!;
  for (let at = 0; at < size; at++) sums[at + 1] = sums[at]! + cumulated[at]!;
  const ranks = new Int32Array(size);
  const valueAt = new Int32Array(size);
  for (const [value, at] of rank.entries()) valueAt[at] = value;
  const run = (from: number, to: number, share: number): number => {
    const pass = firstAbove(cumulated, from, to, share);
    return share * (pass - from) - (sums[pass]! - sums[from]!) + (sums[to]! - sums[pass]!) - share * (to - pass);
  };
  return ({ values, distinct, counts, rows }) => {
    for (let i = 0; i < distinct; i++) ranks[i] = rank[values[i]!]!;
    const held = ranks.subarray(0, distinct).sort();
    let distance = 0;
    let from = 0;
    let share = 0;
    for (const at of held) {
      distance += run(from, at, share);
      share += counts[valueAt[at]!]! / rows;
      from = at;
    }
    return size < 2 ? 0 : (distance + run(from, size, share)) / (size - 1);
  };
}

/** The first place of [from, to) whose value, never falling along the places, is above the limit; `to` if there is none. */
function firstAbove(values: Float64Array, from: number, to: number, limit: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
