import type { ValueModel } from '../privacy-model.js';
import type { CellTest } from './cell-test.js';

const MOST_ROWS = 1000;
/** Rounding must not make a cell look smaller than it may be. */
const SLACK = 1e-6;

/** No value's share in the cell exceeds its overall share q by more than β · q; enhanced: nor by more than −ln q · q. */
export function betaLikeness(
  { beta, variant }: Extract<ValueModel, { type: 'beta-likeness' }>,
  overall: Float64Array,
): CellTest {
  const allowed = overall.map((q) => (variant === 'enhanced' ? Math.min(beta, -Math.log(q)) : beta));
  return {
    leastRows: leastRows(overall.map((q, value) => q * (1 + allowed[value]!))),
    leastDistinct: 0,
    closedUnderUnion: true,
    passes: ({ values, distinct, counts, rows }) => {
      for (let i = 0; i < distinct; i++) {
        const value = values[i]!;
        const q = overall[value]!;
        if ((counts[value]! / rows - q) / q > allowed[value]!) return false;
      }
      return true;
    },
  };
}

/** The fewest rows that can be shared out among the values so that none has more than its greatest share. */
function leastRows(greatest: Float64Array): number {
  for (let rows = 1; rows < MOST_ROWS; rows++) {
    let room = 0;
    for (const share of greatest) room += Math.floor(rows * share + SLACK);
    if (room >= rows) return rows;
  }
  return MOST_ROWS;
}
