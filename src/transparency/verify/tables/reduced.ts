import type { Equation } from './equation.js';

/** Unknown cells that hang together, with their equations solved for as many of them as possible. */
export interface Reduced {
  /** Cells that the others follow from: x = side - Σ factor · free. */
  readonly bound: readonly { readonly cell: number; readonly side: number; readonly of: Float64Array }[];
  readonly free: readonly number[];
}

/** Less than this is rounding, in a matrix of small whole numbers. */
const NOTHING = 1e-9;

/** Groups of unknown cells that share no equation with each other; each can be attacked by itself. */
export function components(unknown: readonly number[], equations: readonly Equation[]): Equation[][] {
  const head = new Map(unknown.map((cell) => [cell, cell]));
  const find = (cell: number): number => {
    let at = cell;
    while (head.get(at) !== at) {
      const above = head.get(head.get(at)!)!;
      head.set(at, above);
      at = above;
    }
    return at;
  };
  for (const { cells } of equations) for (const cell of cells) head.set(find(cell), find(cells[0]!));
  const groups = new Map<number, Equation[]>();
  for (const equation of equations) {
    if (equation.cells.length === 0) continue;
    const of = find(equation.cells[0]!);
    groups.set(of, [...(groups.get(of) ?? []), equation]);
  }
  return [...groups.values()];
}

/** Gauss-Jordan elimination; undefined when the equations contradict each other. */
export function reduce(equations: readonly Equation[]): Reduced | undefined {
  const cells = [...new Set(equations.flatMap((equation) => equation.cells))];
  const column = new Map(cells.map((cell, at) => [cell, at]));
  const width = cells.length;
  const rows = equations.map((equation) => {
    const row = new Float64Array(width + 1);
    equation.cells.forEach((cell, at) => (row[column.get(cell)!]! += equation.factors[at]!));
    row[width] = equation.side;
    return row;
  });
  const pivots: number[] = [];
  const done: Float64Array[] = [];
  for (let row = rows.pop(); row; row = rows.pop()) {
    let pivot = -1;
    for (let at = 0; at < width; at++)
      if (Math.abs(row[at]!) > Math.max(NOTHING, pivot < 0 ? 0 : Math.abs(row[pivot]!))) pivot = at;
    if (pivot < 0) {
      if (Math.abs(row[width]!) > 1e-6) return undefined;
      continue;
    }
    const by = 1 / row[pivot]!;
    for (let at = 0; at <= width; at++) row[at]! *= by;
    for (const other of [...rows, ...done]) eliminate(other, row, pivot);
    pivots.push(pivot);
    done.push(row);
  }
  const isBound = new Set(pivots);
  const free = [...cells.keys()].filter((at) => !isBound.has(at));
  return {
    free: free.map((at) => cells[at]!),
    bound: done.map((row, at) => ({
      cell: cells[pivots[at]!]!,
      side: row[width]!,
      of: Float64Array.from(free, (at) => row[at]!),
    })),
  };
}

function eliminate(row: Float64Array, by: Float64Array, pivot: number): void {
  const factor = row[pivot]!;
  if (factor === 0) return;
  for (let at = 0; at < row.length; at++) {
    const value = row[at]! - factor * by[at]!;
    row[at] = Math.abs(value) < NOTHING ? 0 : value;
  }
}
