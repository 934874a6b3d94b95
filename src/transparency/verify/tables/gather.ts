import type { Equation } from './equation.js';
import { layoutSums } from './layout-equations.js';
import type { PublishedCell, PublishedRelease, PublishedTable } from './published-table.js';

/** A number that a reader wants to know, and where it stands. */
export interface Target {
  readonly id: number;
  /** `cell`: withheld here. `earlier`: withheld by an earlier release. `increase`: what a count grew by since. */
  readonly kind: 'cell' | 'earlier' | 'increase';
  readonly table: PublishedTable;
  readonly cell: number;
}

/** All that is public about tables published together, and what it does not say outright. */
export interface Gathered {
  readonly known: (number | null)[];
  readonly equations: Equation[];
  readonly targets: readonly Target[];
  /** Equations and cells of earlier releases alone come first: so many of each. */
  readonly before: { readonly cells: number; readonly equations: number };
}

export function gather(tables: readonly PublishedTable[]): Gathered {
  const known: (number | null)[] = [];
  const equations: Equation[] = [];
  const targets: Target[] = [];
  const read = (release: PublishedRelease, table: PublishedTable, ids: readonly number[]): void => {
    const layout = { ...release, dims: release.dims ?? table.dims };
    const hierarchies = release.hierarchies ?? table.hierarchies;
    for (const sum of layoutSums(hierarchies ? { ...layout, hierarchies } : layout))
      equations.push({ cells: sum.map(([at]) => ids[at]!), factors: sum.map(([, factor]) => factor), side: 0 });
  };
  const value = (table: PublishedTable, cell: PublishedCell): number | null =>
    (table.measure === 'sum' ? cell.sum : cell.freq) ?? null;
  const keyIn = (table: PublishedTable, release: PublishedRelease, cell: PublishedCell): string =>
    `${table.measure ?? 'count'} ${keyOf(release.dims ?? table.dims, release.hierarchies ?? table.hierarchies, cell)}`;

  // Where each key stood last, per table, to tie the next release to.
  const last = tables.map(() => new Map<string, { id: number; grows: boolean }>());
  const tie = (table: number, key: string, id: number, now: number | undefined): void => {
    const earlier = last[table]!.get(key);
    if (!earlier) return;
    if (!earlier.grows) {
      equations.push({ cells: [id, earlier.id], factors: [1, -1], side: 0 });
      return;
    }
    const increase = known.push(null) - 1;
    equations.push({ cells: [id, earlier.id, increase], factors: [1, -1, -1], side: 0 });
    if (now !== undefined) targets.push({ id: increase, kind: 'increase', table: tables[table]!, cell: now });
  };
  tables.forEach((table, t) => {
    for (const release of table.earlier ?? []) {
      const ids = release.cells.map((cell) => known.push(value(table, cell)) - 1);
      read(release, table, ids);
      release.cells.forEach((cell, at) => {
        const key = keyIn(table, release, cell);
        tie(t, key, ids[at]!, undefined);
        last[t]!.set(key, { id: ids[at]!, grows: release.relation === 'grows' });
        if (value(table, cell) === null) targets.push({ id: ids[at]!, kind: 'earlier', table, cell: at });
      });
    }
  });
  const before = { cells: known.length, equations: equations.length };
  const current = new Map<string, number>();
  tables.forEach((table, t) => {
    const ids = table.cells.map((cell, at) => {
      const key = keyIn(table, table, cell);
      const id = current.get(key) ?? known.push(null) - 1;
      current.set(key, id);
      known[id] ??= value(table, cell);
      if (value(table, cell) === null) targets.push({ id, kind: 'cell', table, cell: at });
      return id;
    });
    read(table, table, ids);
    table.cells.forEach((cell, at) => {
      tie(t, keyIn(table, table, cell), ids[at]!, at);
    });
  });
  return { known, equations, targets, before };
}

function keyOf(dims: readonly string[], hierarchies: PublishedRelease['hierarchies'], cell: PublishedCell): string {
  if (cell.key !== undefined) return cell.key;
  const named = dims.filter((dimension) => cell[dimension] !== (hierarchies?.[dimension]?.[0]?.name ?? 'Total'));
  return named
    .sort()
    .map((dimension) => `${dimension}=${JSON.stringify(cell[dimension])}`)
    .join(' & ');
}
