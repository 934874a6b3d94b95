import { solve } from 'yalps';
import type { Reduced } from './reduced.js';

/** The programme of one component: free cells from 0 to `upper`, and the cells that follow from them likewise. */
export interface Programme {
  readonly reduced: Reduced;
  readonly upper: number;
  /** Per free cell its factors in the rows of the bound cells. */
  readonly columns: readonly (readonly (readonly [row: number, factor: number])[])[];
}

/** The equations cannot all be true of cells that are 0 or more. */
export class Contradiction extends Error {}

const OBJECTIVE = -1;
const PIVOTS = 3000;

export function programme(reduced: Reduced, upper: number): Programme {
  const columns = reduced.free.map((_, at) => {
    const entries: [number, number][] = [];
    reduced.bound.forEach(({ of }, row) => {
      if (of[at] !== 0) entries.push([row, of[at]!]);
    });
    if (upper !== Infinity) entries.push([reduced.bound.length + at, 1]);
    return entries;
  });
  return { reduced, upper, columns };
}

/**
 * The least or greatest value of side - Σ factor · free, by YALPS; undefined when it circles, as it may on the degenerate
 * programmes that margins make.
 */
export function farthest(
  { reduced: { bound, free }, upper, columns }: Programme,
  { side, of }: { readonly side: number; readonly of: Float64Array },
  direction: 'minimize' | 'maximize',
): number | undefined {
  const limits = bound.map(
    ({ side: max }, row) => [row, upper === Infinity ? { max } : { min: max - upper, max }] as const,
  );
  const ceilings = upper === Infinity ? [] : free.map((_, at) => [bound.length + at, { max: upper }] as const);
  const variables = columns.map(
    (entries, at) => [at, of[at] === 0 ? entries : [...entries, [OBJECTIVE, -of[at]!] as const]] as const,
  );
  const { status, result } = solve(
    { direction, objective: OBJECTIVE, constraints: [...limits, ...ceilings], variables },
    { precision: 1e-9, maxPivots: PIVOTS },
  );
  if (status === 'infeasible') throw new Contradiction();
  if (status === 'unbounded') return direction === 'minimize' ? -Infinity : Infinity;
  return status === 'optimal' ? side + result : undefined;
}
