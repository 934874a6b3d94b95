import { TableRefused } from './table-refused.js';
import type { Constraints, HierarchyLine } from './table-spec.js';

/** "The parts less the whole are 0", over indexes of a table's cells; the whole comes first and has a negative factor. */
export interface Margin {
  readonly cells: readonly number[];
  readonly factors: readonly number[];
}

interface Axis {
  readonly dimension: string;
  readonly code: ReadonlyMap<string, number>;
  readonly parent: Int32Array;
  readonly children: readonly (readonly number[])[];
}

export interface Layout {
  readonly name: string;
  readonly dims: readonly string[];
  readonly hierarchies?: Readonly<Record<string, readonly HierarchyLine[]>>;
  readonly constraints?: Constraints;
  readonly cells: readonly Readonly<Record<string, unknown>>[];
}

/** All sums that a reader of the table can form, from its constraints or, without them, from its hierarchies. */
export function margins(layout: Layout, value: (cell: number) => number | null): Margin[] {
  if (layout.constraints) return fromConstraints(layout, layout.constraints);
  const axes = layout.dims.map((dimension) => axis(layout, dimension));
  const places = layout.cells.map((cell, at) =>
    axes.map(({ dimension, code }) => codeOf(layout, cell, at, dimension, code)),
  );
  const byPlace = new Map<string, number>();
  places.forEach((place, at) => {
    const key = place.join(' ');
    if (byPlace.has(key))
      throw new TableRefused('cell-twice', `${layout.name}: cell ${at} stands there twice; keep one.`);
    byPlace.set(key, at);
  });
  const found: Margin[] = [];
  places.forEach((place, at) => {
    axes.forEach(({ parent, children, dimension }, d) => {
      const code = place[d]!;
      const sibling = (other: number): number | undefined => byPlace.get(place.with(d, other).join(' '));
      if (parent[code]! >= 0 && value(at) !== 0 && sibling(parent[code]!) === undefined)
        throw new TableRefused(
          'cell-missing',
          `${layout.name}: the total over ${dimension} of cell ${at} is missing; add it.`,
        );
      if (children[code]!.length === 0) return;
      // A cell that is not listed is an empty one.
      const parts = children[code]!.map(sibling).filter((part) => part !== undefined);
      found.push({ cells: [at, ...parts], factors: [-1, ...parts.map(() => 1)] });
    });
  });
  return found;
}

/**
 * A code that no cell shows (a group of one, which tools leave out) is passed over: what stands below it counts for
 * what stands above it.
 */
function axis({ name, hierarchies, cells }: Layout, dimension: string): Axis {
  const shown = new Set(cells.map((cell) => String(cell[dimension])));
  const lines = hierarchies?.[dimension];
  if (!lines) throw new TableRefused('table-malformed', `${name}: give the hierarchy of ${dimension}, or constraints.`);
  const code = new Map<string, number>();
  const parent = new Int32Array(lines.length).fill(-1);
  const children: number[][] = lines.map(() => []);
  const open: number[] = [];
  lines.forEach((line, at) => {
    if (code.has(line.name)) throw new TableRefused('table-malformed', `${name}: ${dimension} has ${line.name} twice.`);
    code.set(line.name, at);
    const depth = line.level.length;
    if (depth > open.length + 1 || depth < 1 || (depth === 1 && at > 0))
      throw new TableRefused('table-malformed', `${name}: in ${dimension}, ${line.name} hangs below nothing.`);
    open.length = depth - 1;
    const above = shown.has(line.name) ? open.findLast((code) => shown.has(lines[code]!.name)) : undefined;
    if (above !== undefined) {
      parent[at] = above;
      children[above]!.push(at);
    }
    open.push(at);
  });
  return { dimension, code, parent, children };
}

function codeOf(
  { name }: Layout,
  cell: Readonly<Record<string, unknown>>,
  at: number,
  dimension: string,
  codes: ReadonlyMap<string, number>,
): number {
  const code = codes.get(String(cell[dimension]));
  if (code === undefined)
    throw new TableRefused(
      'table-malformed',
      `${name}: cell ${at} has a ${dimension} that its hierarchy does not know.`,
    );
  return code;
}

function fromConstraints({ name, cells }: Layout, { i, j, v }: Constraints): Margin[] {
  const rows = new Map<number, { cells: number[]; factors: number[] }>();
  i.forEach((row, at) => {
    const cell = j[at]! - 1;
    const factor = v[at]!;
    if (!(cell >= 0 && cell < cells.length) || !Number.isFinite(factor))
      throw new TableRefused('table-malformed', `${name}: entry ${at} of its constraints names no cell or no factor.`);
    const held = rows.get(row) ?? { cells: [], factors: [] };
    rows.set(row, held);
    // The whole first, wherever it was written.
    if (factor < 0) {
      held.cells.unshift(cell);
      held.factors.unshift(factor);
    } else {
      held.cells.push(cell);
      held.factors.push(factor);
    }
  });
  return [...rows.values()];
}
