import type { PublishedRelease } from './published-table.js';

type Sum = readonly (readonly [cell: number, factor: number])[];

export class TableUnreadable extends Error {}

/** The sums that a reader forms from one table: those it lists, or every whole and its parts by its hierarchies. */
export function layoutSums({
  name = 'A release',
  dims = [],
  hierarchies,
  constraints,
  cells,
}: PublishedRelease): Sum[] {
  if (constraints) {
    const sums: [number, number][][] = [];
    constraints.i.forEach((row, at) => {
      const cell = constraints.j[at]! - 1;
      if (!cells[cell]) throw new TableUnreadable(`${name}: constraint ${row} names a cell that is not there.`);
      (sums[row] ??= []).push([cell, constraints.v[at]!]);
    });
    return sums.filter((sum) => sum.length > 0);
  }
  const place = new Map<string, number>();
  const key = (words: readonly string[]): string => JSON.stringify(words);
  const words = cells.map((cell) => dims.map((dimension) => String(cell[dimension])));
  words.forEach((of, at) => {
    if (place.has(key(of))) throw new TableUnreadable(`${name}: cell ${at} stands there twice.`);
    place.set(key(of), at);
  });
  const sums: Sum[] = [];
  dims.forEach((dimension, d) => {
    const parts = partsOf(name, dimension, hierarchies?.[dimension], new Set(words.map((of) => of[d]!)));
    words.forEach((of, whole) => {
      const below = parts.get(of[d]!);
      if (!below) throw new TableUnreadable(`${name}: ${dimension} of cell ${whole} is not in its hierarchy.`);
      if (below.length === 0) return;
      const found = below.flatMap((part) => place.get(key(of.with(d, part))) ?? []);
      sums.push([[whole, -1], ...found.map((part) => [part, 1] as const)]);
    });
  });
  return sums;
}

/** For every word its parts; words that no cell shows pass theirs on to the word above. */
function partsOf(
  name: string,
  dimension: string,
  lines: readonly { readonly level: string; readonly name: string }[] | undefined,
  shown: ReadonlySet<string>,
): Map<string, string[]> {
  if (!lines) throw new TableUnreadable(`${name}: neither constraints nor a hierarchy of ${dimension}.`);
  const parts = new Map<string, string[]>();
  lines.forEach((line, at) => {
    if (!shown.has(line.name)) return;
    parts.set(line.name, []);
    let depth = line.level.length;
    for (let above = at - 1; above >= 0; above--) {
      const other = lines[above]!;
      if (other.level.length >= depth) continue;
      depth = other.level.length;
      if (!shown.has(other.name)) continue;
      parts.get(other.name)!.push(line.name);
      break;
    }
  });
  return parts;
}
