import type { TableSystem } from './table-system.js';

/** Per cell the needs whose cell stands in a sum with it: those that closing the cell hurts first. */
export function neighbours({ rows, value, needs }: TableSystem): (cell: number) => Int32Array {
  const needsOf = new Map<number, number[]>();
  needs.forEach(({ cell }, index) => needsOf.set(cell, [...(needsOf.get(cell) ?? []), index]));
  const rowsOf: number[][] = Array.from(value, () => []);
  for (let row = 0; row + 1 < rows.starts.length; row++)
    for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at++) rowsOf[rows.cells[at]!]!.push(row);
  return (cell) => {
    const found = new Set<number>();
    for (const row of rowsOf[cell]!)
      for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at++)
        for (const need of needsOf.get(rows.cells[at]!) ?? []) found.add(need);
    return Int32Array.from(found);
  };
}
