import { solve } from 'yalps';
import type { Equation } from './equation.js';
import { components, reduce, type Reduced } from './reduced.js';

/** What a reader can say of a withheld cell: it lies from `low` to `up`. */
export interface Interval {
  readonly low: number;
  readonly up: number;
}

/** The equations cannot all be true of cells that are 0 or more. */
export class Contradiction extends Error {}

/**
 * The exact interval of every unknown cell, given that all are at least 0 and at most `upper`: two linear programmes per
 * cell, by YALPS. The equations are first solved for as many cells as possible, component by component, which leaves
 * small dense programmes over the free ones.
 */
export function attack(
  unknown: readonly number[],
  equations: readonly Equation[],
  upper = Infinity,
  asked: ReadonlySet<number> = new Set(unknown),
): Map<number, Interval> {
  const intervals = new Map<number, Interval>();
  for (const of of components(unknown, equations)) {
    const reduced = reduce(of);
    if (!reduced) throw new Contradiction();
    attackOne(reduced, upper, asked, intervals);
  }
  for (const cell of asked) if (!intervals.has(cell)) intervals.set(cell, { low: 0, up: upper });
  return intervals;
}

function attackOne(
  { bound, free }: Reduced,
  upper: number,
  asked: ReadonlySet<number>,
  into: Map<number, Interval>,
): void {
  const objectives: { cell: number; side: number; of: Float64Array }[] = [
    ...bound,
    ...free.map((cell, at) => ({ cell, side: 0, of: unit(free.length, at) })),
  ];
  const limits = bound.map(
    ({ side }, at) => [at, upper === Infinity ? { max: side } : { min: side - upper, max: side }] as const,
  );
  const ceilings = upper === Infinity ? [] : free.map((_, at) => [bound.length + at, { max: upper }] as const);
  const columns = free.map((_, at) => {
    const entries: [number, number][] = [];
    bound.forEach(({ of }, row) => {
      if (of[at] !== 0) entries.push([row, of[at]!]);
    });
    if (upper !== Infinity) entries.push([bound.length + at, 1]);
    return entries;
  });
  const OBJECTIVE = -1;
  for (const { cell, side, of } of objectives) {
    if (!asked.has(cell)) continue;
    const ask = (direction: 'minimize' | 'maximize'): number => {
      const { status, result } = solve(
        {
          direction,
          objective: OBJECTIVE,
          constraints: [...limits, ...ceilings],
          variables: columns.map(
            (entries, at) => [at, of[at] === 0 ? entries : [...entries, [OBJECTIVE, -of[at]!]]] as const,
          ),
        },
        { precision: 1e-9, maxPivots: 3000 },
      );
      if (status === 'infeasible') throw new Contradiction();
      if (status === 'unbounded') return direction === 'minimize' ? -Infinity : Infinity;
      if (status !== 'optimal') throw new Error(`YALPS ended an attack with "${status}"; nothing is proven.`);
      return side + result;
    };
    into.set(cell, { low: ask('minimize'), up: ask('maximize') });
  }
}

const unit = (size: number, at: number): Float64Array => new Float64Array(size).fill(-1, at, at + 1);
