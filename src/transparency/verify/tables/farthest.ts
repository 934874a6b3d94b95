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
const PIVOTS = 5000;
const ATTEMPTS = 4;

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
 * The least or greatest value of side - Σ factor · free. Margins make degenerate programmes, on which YALPS may circle for
 * ever; then every limit is moved out by its own tiny amount (Charnes 1952), and the answer is put back on the small
 * fractions that vertices of such programmes are, or else taken as that much narrower: doubt fails closed.
 */
export function farthest(
  { reduced: { bound, free }, upper, columns }: Programme,
  { side, of }: { readonly side: number; readonly of: Float64Array },
  direction: 'minimize' | 'maximize',
  attempt = 0,
): number {
  const limits = bound.map(({ side: most }, row) => {
    const max = most + nudge(row, attempt);
    return [row, upper === Infinity ? { max } : { min: most - upper - nudge(row + 7, attempt), max }] as const;
  });
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
  if (status === 'optimal') return attempt === 0 ? side + result : settled(side + result, direction);
  if (attempt < ATTEMPTS)
    return farthest({ reduced: { bound, free }, upper, columns }, { side, of }, direction, attempt + 1);
  throw new Error(`YALPS ended an attack with "${status}" ${ATTEMPTS + 1} times; nothing is proven.`);
}

/** From 1e-7 to 2e-7 and different in every row and attempt; nothing at first. */
const nudge = (row: number, attempt: number): number =>
  attempt === 0 ? 0 : 1e-7 * (1 + ((row * 0.6180339887 + attempt * 0.4142135623) % 1));

function settled(value: number, direction: 'minimize' | 'maximize'): number {
  const near = Math.round(value * 12) / 12;
  if (Math.abs(near - value) < 1e-3) return near;
  return direction === 'minimize' ? value + 1e-3 : value - 1e-3;
}
