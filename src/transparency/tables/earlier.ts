import { cellKey } from './cell-key.js';
import { type Layout, margins } from './margins.js';
import { countWanted, leastShown, type Width } from './primary.js';
import { settle } from './settle.js';
import { PUBLISHED, type SystemBuilder } from './system-builder.js';
import type { EarlierTable, TableSpec } from './table-spec.js';
import { HIDDEN } from './table-system.js';

/**
 * Adds earlier releases to the system. Their published cells are known, their withheld ones unknown for ever; each is tied
 * to the same cell of the next release that has it. Where counts grow, the increase is a cell of its own that nobody
 * publishes but anybody can subtract: an increase of 1 to the threshold is primary (the difference attack).
 */
export async function addEarlier(
  builder: SystemBuilder,
  table: TableSpec,
  earlier: readonly EarlierTable[],
  current: ReadonlyMap<string, number>,
  width: Width,
): Promise<void> {
  builder.sizeKnown = false;
  const least = leastShown(table);
  const kind = table.measure === 'sum' ? 'sum' : 'count';
  const unknown = new Set<number>();
  const increases: { cell: number; before: number; now: boolean }[] = [];
  // Newest first, so that the release after each is known when it is tied.
  const later = new Map(current);
  earlier.toReversed().forEach((release, age) => {
    const layout: Layout = {
      name: release.name ?? `${table.name}, ${age + 1} release before`,
      dims: release.dims ?? table.dims,
      cells: release.cells,
      ...((release.hierarchies ?? table.hierarchies) && { hierarchies: release.hierarchies ?? table.hierarchies! }),
      ...(release.constraints && { constraints: release.constraints }),
    };
    const ids = release.cells.map((cell) => {
      const id = builder.cell(cell.freq ?? 0, 0, cell.freq === null ? HIDDEN : PUBLISHED);
      if (cell.freq === null) {
        unknown.add(id);
        builder.need({ cell: id, below: 0, above: 0, width: width === 'own' ? 1 : least, soft: true });
      }
      return id;
    });
    for (const { cells, factors } of margins(layout, (at) => release.cells[at]!.freq))
      builder.row(
        cells.map((at) => ids[at]!),
        [...factors],
      );
    release.cells.forEach((cell, at) => {
      const key = `${kind} ${cellKey(layout, cell)}`;
      const next = later.get(key);
      if (next !== undefined) tie(release.relation, next, ids[at]!, current.get(key) === next);
      later.set(key, ids[at]!);
    });
  });
  await settle(builder, unknown, table.name);
  for (const { cell, before, now } of increases) {
    const by = builder.values[cell]!;
    if (!now) continue;
    if (unknown.has(before)) builder.need({ cell, below: 0, above: 0, width: width === 'own' ? 1 : least, soft: true });
    else if (by >= 1 && by < least) builder.need({ cell, ...countWanted(by, least, width) });
  }

  function tie(relation: EarlierTable['relation'], next: number, before: number, now: boolean): void {
    if (relation === 'equal') {
      builder.row([next, before], [-1, 1]);
      return;
    }
    const cell = builder.cell(0, 0, HIDDEN);
    unknown.add(cell);
    builder.row([next, before, cell], [-1, 1, 1]);
    increases.push({ cell, before, now });
  }
}
