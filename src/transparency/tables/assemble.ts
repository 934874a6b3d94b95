import { addEarlier } from './earlier.js';
import { cellKey } from './cell-key.js';
import { protectGroups } from './group-disclosure.js';
import { margins } from './margins.js';
import { leastShown, valueOf, wantedFor, type Width } from './primary.js';
import { PUBLISHED, SystemBuilder } from './system-builder.js';
import { TableRefused } from './table-refused.js';
import type { TableSpec } from './table-spec.js';
import { CHOICE, type TableSystem } from './table-system.js';

/** Tables published together, as one system. */
export interface Assembly {
  readonly system: TableSystem;
  /** Per table, per cell: its place in the system, -1 when it is published for certain (a zero). */
  readonly places: readonly Int32Array[];
  /** Per table, per cell: 1 where it is primary. */
  readonly primary: readonly Uint8Array[];
}

/** Makes one system of tables that share cells, and of the releases before them. */
export async function assemble(tables: readonly TableSpec[], width: Width): Promise<Assembly> {
  const builder = new SystemBuilder();
  const byKey = new Map<string, number>();
  const primary = tables.map(({ cells }) => new Uint8Array(cells.length));
  const cellsOf = tables.map((table, t) =>
    table.cells.map((_, at) => addCell(builder, byKey, table, at, width, primary[t]!)),
  );
  tables.forEach((table, t) => {
    const rows = margins(table, (at) => valueOf(table, table.cells[at]!));
    for (const { cells, factors } of rows) {
      addsUp(table, cells, factors);
      builder.row(
        cells.map((at) => cellsOf[t]![at]!),
        [...factors],
      );
    }
    if (table.groupDisclosure)
      protectGroups(builder, table, rows, cellsOf[t]!, width === 'own' ? 0 : leastShown(table));
  });
  const histories = tables.flatMap((table) => (table.earlier?.length ? [{ table, earlier: table.earlier }] : []));
  for (const { table, earlier } of histories) await addEarlier(builder, table, earlier, byKey, width);
  const { system, place } = builder.build();
  return { system, primary, places: cellsOf.map((cells) => Int32Array.from(cells, (cell) => place[cell]!)) };
}

function addCell(
  builder: SystemBuilder,
  byKey: Map<string, number>,
  table: TableSpec,
  at: number,
  width: Width,
  primary: Uint8Array,
): number {
  const cell = table.cells[at]!;
  const value = valueOf(table, cell);
  if (!Number.isFinite(value) || value < 0 || !(cell.freq >= 0))
    throw new TableRefused('table-malformed', `${table.name}: cell ${at} has no count or sum of 0 or more.`);
  const key = `${table.measure === 'sum' ? 'sum' : 'count'} ${cellKey(table, cell)}`;
  const shared = byKey.get(key);
  if (shared !== undefined && builder.values[shared] !== value)
    throw new TableRefused(
      'linked-cells-differ',
      `${table.name}: cell ${at} (${key}) is ${value}, but ${builder.values[shared]!} where it stands before; count both anew.`,
    );
  if (shared === undefined) byKey.set(key, builder.cell(value, value, value === 0 ? PUBLISHED : CHOICE));
  else builder.again(shared, value);
  const id = byKey.get(key)!;
  const wanted = wantedFor(table, cell, width);
  if (wanted) {
    primary[at] = 1;
    builder.need({ cell: id, ...wanted });
  }
  return id;
}

function addsUp(table: TableSpec, cells: readonly number[], factors: readonly number[]): void {
  let sum = 0;
  let size = 1;
  cells.forEach((at, i) => {
    const value = valueOf(table, table.cells[at]!);
    sum += factors[i]! * value;
    size += Math.abs(factors[i]! * value);
  });
  if (Math.abs(sum) > 1e-9 * size)
    throw new TableRefused(
      'table-does-not-add-up',
      `${table.name}: cell ${cells[0]!} differs by ${-sum} from the sum of its parts; count the table anew.`,
    );
}
