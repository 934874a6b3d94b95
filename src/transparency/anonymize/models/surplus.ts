import type { ValueGroups } from '../sensitive-column.js';
import type { Distance } from './cell-test.js';

/** What the cell's groups have above their overall shares, summed: the equal distance between the two distributions. */
export function surplus({ of, overall }: ValueGroups): Distance {
  const held = new Int32Array(overall.length);
  const touched = new Int32Array(overall.length);
  return ({ values, distinct, counts, rows }) => {
    let groups = 0;
    for (let i = 0; i < distinct; i++) {
      const group = of[values[i]!]!;
      if (held[group] === 0) touched[groups++] = group;
      held[group] = held[group]! + counts[values[i]!]!;
    }
    let above = 0;
    for (let i = 0; i < groups; i++) {
      const group = touched[i]!;
      above += Math.max(0, held[group]! / rows - overall[group]!);
      held[group] = 0;
    }
    return above;
  };
}
