import type { ValueModel } from '../privacy-model.js';
import type { Cell, CellTest } from './cell-test.js';

type Of<Type extends ValueModel['type']> = Extract<ValueModel, { type: Type }>;

export function distinctDiversity({ l }: Of<'distinct-l'>): CellTest {
  return { leastRows: l, leastDistinct: l, closedUnderUnion: true, passes: () => true };
}

/** The most frequent value less than c times those from the l-th on: f₁ < c · (f_l + … + f_m). */
export function recursiveDiversity({ c, l }: Of<'recursive-cl'>): CellTest {
  const most = new Float64Array(l);
  return {
    leastRows: l,
    leastDistinct: l,
    closedUnderUnion: true,
    passes: ({ values, distinct, counts, rows }: Cell) => {
      most.fill(0);
      for (let i = 0; i < distinct; i++) insert(most, counts[values[i]!]!);
      let head = 0;
      for (let rank = 0; rank < l - 1; rank++) head += most[rank]!;
      return most[0]! < c * (rows - head);
    },
  };
}

/** Keeps the greatest counts, in descending order. */
function insert(most: Float64Array, count: number): void {
  let at = most.length - 1;
  if (count <= most[at]!) return;
  for (; at > 0 && most[at - 1]! < count; at--) most[at] = most[at - 1]!;
  most[at] = count;
}
