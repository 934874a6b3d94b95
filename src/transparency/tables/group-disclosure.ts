import type { Margin } from './margins.js';
import { valueOf } from './primary.js';
import { PUBLISHED, type SystemBuilder } from './system-builder.js';
import type { TableSpec } from './table-spec.js';
import { CHOICE, HIDDEN } from './table-system.js';

/**
 * 100 % cells: all people of a total stand in one of its parts, so who is known to be in the total is known to be in the part.
 * What must not be told is that nobody is elsewhere: the others of the total become a cell of their own, which is never
 * published and must be able to reach `width` (at least 1). The empty cells beside it become cover, and cost 1 each.
 */
export function protectGroups(
  builder: SystemBuilder,
  table: TableSpec,
  rows: readonly Margin[],
  ids: readonly number[],
  width: number,
): void {
  const value = (at: number): number => valueOf(table, table.cells[at]!);
  for (const { cells } of rows) {
    const [whole = -1, ...parts] = cells;
    const possible = parts.filter((at) => !table.cells[at]!.structural);
    const full = possible.find((at) => value(at) === value(whole));
    if (full === undefined || value(whole) === 0 || possible.length < 2) continue;
    for (const at of possible) {
      const id = ids[at]!;
      if (value(at) > 0 || builder.standing(id) !== PUBLISHED) continue;
      builder.stand(id, CHOICE);
      builder.weigh(id, 1);
    }
    const others = builder.cell(0, 0, HIDDEN);
    builder.row([ids[whole]!, ids[full]!, others], [-1, 1, 1]);
    builder.need({ cell: others, below: 0, above: 1, width });
  }
}
