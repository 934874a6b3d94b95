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
  const add = (wanted: number, ...prices: Float64Array[]): void => {
    const cut = cutFrom(system, wanted, prices);
    if (cut) cuts.push(cut);
  };
  if (up.distance < need.above - TOLERANCE) add(need.above, up.prices);
  if (down.distance < need.below - TOLERANCE) add(need.below, down.prices);
  if (up.distance + down.distance < need.width - TOLERANCE) add(need.width, up.prices, down.prices);
  return cuts;
}

function cutFrom(system: TableSystem, wanted: number, prices: readonly Float64Array[]): Cut | undefined {
  const { value, upper, standing } = system;
  const cells: number[] = [];
  const factors: number[] = [];
  let rest = wanted;
  for (let cell = 0; cell < value.length; cell++) {
    let reach = 0;
    for (const of of prices) {
      const price = of[cell]!;
      if (price < -1e-9) reach -= price * (upper[cell]! - value[cell]!);
      else if (price > 1e-9) reach += price * value[cell]!;
    }
    if (reach === 0) continue;
    if (standing[cell] === HIDDEN) rest -= reach;
    else {
      cells.push(cell);
      factors.push(reach);
    }
  }
  if (rest <= TOLERANCE) return undefined;
  return { cells: Int32Array.from(cells), factors: Float64Array.from(factors, (factor) => Math.min(1, factor / rest)) };
}
