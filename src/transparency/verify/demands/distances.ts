import type { ValueDemand } from '../demand.js';
import type { PossibleShares } from './shares.js';

type Closeness = Extract<ValueDemand, { type: 't-closeness' }>;
/** The least distance from the overall distribution that a cell's shares can have, given what rounding leaves open. */
export type LeastDistance = (shares: Float64Array) => number;

/** t-closeness (Li et al. 2007): earth mover's distance, with equal, hierarchical or ordered cost. */
export function leastDistance(demand: Closeness, possible: PossibleShares): LeastDistance {
  switch (demand.distance) {
    case 'equal':
      return grouped(possible, Int32Array.from(possible.values.keys()));
    case 'hierarchical':
      return hierarchical(possible, demand.hierarchy ?? []);
    case 'ordered':
      return ordered(possible, demand.order ?? []);
  }
}

/** Half the L1 distance between distributions over groups of values; every doubt can make it smaller by half of it. */
function grouped({ share, doubt }: PossibleShares, groupOf: Int32Array): LeastDistance {
  const groups = groupOf.reduce((most, group) => Math.max(most, group + 1), 0);
  const slack = doubt.reduce((sum, width) => sum + width, 0) / 2;
  const difference = new Float64Array(groups);
  return (shares) => {
    difference.fill(0);
    for (let value = 0; value < groupOf.length; value++) {
      const group = groupOf[value]!;
      difference[group] = difference[group]! + shares[value]! - share[value]!;
    }
    return difference.reduce((sum, d) => sum + Math.abs(d), 0) / 2 - slack;
  };
}

/**
 * Moving within a group costs the group's height over the tree's. Whatever must cross from one group of height h to
 * another pays at least one more step, so the whole cost is the mean over the heights below the top of the equal
 * distance between the groups of that height.
 */
function hierarchical(possible: PossibleShares, lines: readonly (readonly string[])[]): LeastDistance {
  const lineOf = new Map(lines.map((line) => [line[0], line]));
  const height = (lines[0]?.length ?? 1) - 1;
  const levels = Array.from({ length: height }, (_, level) => {
    const numbers = new Map<string, number>();
    return grouped(
      possible,
      Int32Array.from(possible.values, (value) => {
        const group = lineOf.get(value)?.[level] ?? value;
        numbers.set(group, numbers.get(group) ?? numbers.size);
        return numbers.get(group)!;
      }),
    );
  });
  return (shares) => (height === 0 ? 0 : levels.reduce((sum, level) => sum + level(shares), 0) / height);
}

/** The mean over the steps of the order of what must cross the step. */
function ordered({ values, share, most, doubt }: PossibleShares, order: readonly string[]): LeastDistance {
  const at = new Map(values.map((value, i) => [value, i]));
  const places = order.flatMap((value) => at.get(value) ?? []).filter((place) => most[place]! > 0);
  const steps = places.length - 1;
  // From the other end, where the likeliest shares need not have summed up to one.
  const all =
    doubt.reduce((sum, width) => sum + width, 0) + Math.abs(1 - share.reduce((sum, likeliest) => sum + likeliest, 0));
  return (shares) => {
    let [crossing, open, distance] = [0, 0, 0];
    for (const place of places.slice(0, -1)) {
      crossing += shares[place]! - share[place]!;
      open += doubt[place]!;
      distance += Math.max(0, Math.abs(crossing) - Math.min(open, all - open));
    }
    return steps < 1 ? 0 : distance / steps;
  };
}
