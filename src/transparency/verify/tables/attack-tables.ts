import { attack, type Interval } from './attack.js';
import type { Equation } from './equation.js';
import { gather, type Target } from './gather.js';
import type { PublishedTable } from './published-table.js';

export interface Attacked extends Target, Interval {
  /** Of an earlier withheld cell: how wide its interval was before this release. */
  readonly widthBefore?: number;
}

/** The interval (see `enough`) of everything withheld, and of every increase since the release before, in tables published together. */
export function attackTables(
  tables: readonly PublishedTable[],
  /** A width that is enough: of cells that can be seen to have it, no more need be found out. */
  enough = Infinity,
): Attacked[] {
  const { known, equations, targets, before } = gather(tables);
  const upper = Math.min(...tables.map((table) => table.upper ?? Infinity));
  const asked = new Set(targets.flatMap(({ id }) => (known[id] === null ? [id] : [])));
  const now = run(known, equations, upper, asked, enough);
  const earlier = new Set(targets.flatMap(({ id, kind }) => (kind === 'earlier' ? [id] : [])));
  const then = run(known.slice(0, before.cells), equations.slice(0, before.equations), upper, earlier);
  return targets.map((target) => {
    const told = known[target.id] ?? null;
    const interval = told === null ? now.get(target.id)! : { low: told, up: told };
    const was = then.get(target.id);
    return { ...target, ...interval, ...(was && { widthBefore: was.up - was.low }) };
  });
}

/** Puts what is known into the equations, so that only what is not known is left in them. */
function run(
  known: readonly (number | null)[],
  equations: readonly Equation[],
  upper: number,
  asked: ReadonlySet<number>,
  enough = Infinity,
): Map<number, Interval> {
  const left = equations.map(({ cells, factors, side }): Equation => {
    const open: Equation = { cells: [], factors: [], side };
    cells.forEach((cell, at) => {
      const value = known[cell] ?? null;
      if (value === null) {
        open.cells.push(cell);
        open.factors.push(factors[at]!);
      } else open.side -= factors[at]! * value;
    });
    return open;
  });
  const unknown = [...known.keys()].filter((cell) => known[cell] === null);
  return attack(unknown, left, upper, asked, (_, { low, up }) => up - low >= enough);
}
