import type { Equation } from './equation.js';
import { Contradiction, farthest, programme } from './farthest.js';
import { components, reduce, type Reduced } from './reduced.js';
import { Tableau } from './tableau.js';

/** What a reader can say of a withheld cell: it lies from `low` to `up`, or (when that was enough to know) at least so far. */
export interface Interval {
  readonly low: number;
  readonly up: number;
}

/** Entries of a component's programme above which YALPS, which starts every question anew, takes too long. */
const LARGE = 60_000;

/**
 * The exact interval of every unknown cell, given that all are at least 0 and at most `upper`: two linear programmes per
 * cell, by YALPS, or by a tableau of our own where YALPS takes too long or circles. The equations are first solved for as many cells as possible, component by component, which leaves
 * small dense programmes over the free ones.
 */
export function attack(
  unknown: readonly number[],
  equations: readonly Equation[],
  upper = Infinity,
  asked: ReadonlySet<number> = new Set(unknown),
  enough: (cell: number, interval: Interval) => boolean = () => false,
): Map<number, Interval> {
  const intervals = new Map<number, Interval>();
  if (equations.some(({ cells, side }) => cells.length === 0 && Math.abs(side) > 1e-6)) throw new Contradiction();
  for (const of of components(unknown, equations)) {
    const reduced = reduce(of);
    if (!reduced) throw new Contradiction();
    attackOne(reduced, upper, asked, enough, intervals);
  }
  for (const cell of asked) if (!intervals.has(cell)) intervals.set(cell, { low: 0, up: upper });
  return intervals;
}

function attackOne(
  reduced: Reduced,
  upper: number,
  asked: ReadonlySet<number>,
  enough: (cell: number, interval: Interval) => boolean,
  into: Map<number, Interval>,
): void {
  const { bound, free } = reduced;
  const cells = [...bound, ...free.map((cell, at) => ({ cell, side: 0, of: unit(free.length, at) }))];
  const whole = programme(reduced, upper);
  let tableau = bound.length * free.length > LARGE ? new Tableau(reduced, upper) : undefined;
  for (const of of cells) {
    if (!asked.has(of.cell)) continue;
    if (tableau && enough(of.cell, tableau.seen(of.cell))) {
      into.set(of.cell, { ...tableau.seen(of.cell) });
      continue;
    }
    const low = tableau ? undefined : farthest(whole, of, 'minimize');
    const up = tableau ? undefined : farthest(whole, of, 'maximize');
    if (low === undefined || up === undefined) tableau ??= new Tableau(reduced, upper);
    into.set(of.cell, { low: low ?? tableau!.least(of.cell), up: up ?? tableau!.greatest(of.cell) });
  }
}

/** x = 0 - (-1) x. */
const unit = (size: number, at: number): Float64Array => new Float64Array(size).fill(-1, at, at + 1);
