import type { ValueModel } from '../privacy-model.js';
import type { SensitiveColumn } from '../sensitive-column.js';
import type { CellTest } from './cell-test.js';
import { hierarchicalDistance } from './hierarchical-distance.js';
import { orderedDistance } from './ordered-distance.js';
import { leastRows } from './least-rows.js';
import { surplus } from './surplus.js';

/** t-closeness (Li et al. 2007). Every distance here is convex, so a union is no farther than its parts. */
export function closeness(
  { t, distance }: Extract<ValueModel, { type: 't-closeness' }>,
  column: SensitiveColumn,
): CellTest {
  const measure = measures[distance](column);
  const levels = distance === 'hierarchical' ? column.levels!.slice(0, -1) : distance === 'equal' ? [column] : [];
  return {
    leastRows: leastRows(
      levels.map(({ overall }) => overall),
      t,
    ),
    leastDistinct: 0,
    closedUnderUnion: true,
    passes: (cell) => measure(cell) <= t,
  };
}

const measures = {
  equal: ({ overall }: SensitiveColumn) => surplus({ of: Int32Array.from(overall.keys()), overall }),
  hierarchical: hierarchicalDistance,
  ordered: orderedDistance,
} as const;
