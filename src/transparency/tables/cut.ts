import type { Reach } from './attacker.js';
import type { Lack } from './protection.js';
import { HIDDEN, type TableSystem, TOLERANCE } from './table-system.js';

/** What every protecting pattern satisfies: the factors of its hidden cells add up to at least 1. */
export interface Cut {
  readonly cells: Int32Array;
  readonly factors: Float64Array;
}

/**
 * The inequalities that a pattern with this lack breaks and every protecting pattern satisfies (Fischetti & Salazar 2001,
 * capacity inequalities). Whatever the prices are, the weak dual bound holds, so a wrong price costs strength and never
 * validity. Factors are cut off at the right side, which makes most of them covers: one of these cells must be hidden.
 */
export function cutsOf(system: TableSystem, { need, up, down }: Lack): Cut[] {
  const cuts: Cut[] = [];
  const upward = (): Float64Array => roomByCell(system, need.cell, 1, up);
  const downward = (): Float64Array => roomByCell(system, need.cell, -1, down);
  const add = (wanted: number, rooms: Float64Array): void => {
    const cut = cutFrom(system, wanted, rooms);
    if (cut) cuts.push(cut);
  };
  if (up.distance < need.above - TOLERANCE) add(need.above, upward());
  if (down.distance < need.below - TOLERANCE) add(need.below, downward());
  if (up.distance + down.distance < need.width - TOLERANCE) {
    const other = downward();
    add(
      need.width,
      upward().map((room, cell) => room + other[cell]!),
    );
  }
  return cuts;
}

/** By how much hiding each cell can lengthen the reach at most: its reduced cost times its range on that side. */
function roomByCell(
  { value, upper, rows }: TableSystem,
  cell: number,
  direction: 1 | -1,
  { prices }: Reach,
): Float64Array {
  const reduced = new Float64Array(value.length);
  reduced[cell] = -direction;
  for (let row = 0; row < prices.length; row++) {
    const price = prices[row]!;
    if (price === 0) continue;
    for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at++) {
      const of = rows.cells[at]!;
      reduced[of] = reduced[of]! - price * rows.factors[at]!;
    }
  }
  return reduced.map((cost, of) => {
    if (cost < -1e-9) return -cost * (upper[of]! - value[of]!);
    return cost > 1e-9 ? cost * value[of]! : 0;
  });
}

function cutFrom({ standing }: TableSystem, wanted: number, rooms: Float64Array): Cut | undefined {
  const cells: number[] = [];
  let rest = wanted;
  rooms.forEach((room, cell) => {
    if (room === 0) return;
    if (standing[cell] === HIDDEN) rest -= room;
    else cells.push(cell);
  });
  if (rest <= TOLERANCE) return undefined;
  return {
    cells: Int32Array.from(cells),
    factors: Float64Array.from(cells, (cell) => Math.min(1, rooms[cell]! / rest)),
  };
}
