import { Contradiction } from './farthest.js';
import { type Attacked, attackTables } from './attack-tables.js';
import { TableUnreadable } from './layout-equations.js';
import type { PublishedTable } from './published-table.js';

export type TableViolationCode =
  | 'table-unreadable'
  | 'table-contradicts'
  | 'small-count-shown'
  | 'cell-derivable'
  | 'cell-narrow'
  | 'increase-derivable'
  | 'increase-narrow'
  | 'earlier-cell-exposed';

export interface TableViolation {
  readonly code: TableViolationCode;
  /** Never repeats what was worked out. */
  readonly message: string;
  readonly table: string;
  /** Index into the table's cells, from 0; of an earlier release's cells where the code says so. */
  readonly cell?: number;
}

export interface TableVerification {
  readonly ok: boolean;
  readonly tables: number;
  /** Withheld cells (and increases) whose interval was computed. */
  readonly attacked: number;
  readonly violations: readonly TableViolation[];
}

const EXACT = 1e-6;

/**
 * Attacks published tables as a reader does who combines everything: linked tables, all margins, earlier releases. A
 * withheld number that may be small (1 to the threshold, as far as a reader can tell) must have an interval at least
 * threshold + 1 wide; none may follow exactly. Works from the public files alone and needs no list of primary cells.
 */
export function verifyTables(tables: readonly PublishedTable[]): TableVerification {
  const violations: TableViolation[] = [];
  let attacked = 0;
  const sets = Map.groupBy(tables, (table) => table.linked ?? table);
  for (const set of sets.values()) {
    for (const table of set) violations.push(...smallShown(table));
    try {
      const intervals = attackTables(set, enoughFor(set));
      attacked += intervals.length;
      for (const of of intervals) {
        const found = violationIn(of);
        if (found) violations.push({ ...found, table: of.table.name, cell: of.cell });
      }
    } catch (error) {
      if (error instanceof Contradiction)
        violations.push({
          code: 'table-contradicts',
          table: set[0]!.name,
          message:
            'No counts can agree with all that is published: a sum differs from its parts, or from an earlier release.',
        });
      else if (error instanceof TableUnreadable)
        violations.push({ code: 'table-unreadable', table: set[0]!.name, message: error.message });
      else throw error;
    }
  }
  return { ok: violations.length === 0, tables: tables.length, attacked, violations };
}

/** As wide as any of the tables wants. An earlier cell must stay as wide as it was, if that was less, which is found exactly. */
const enoughFor = (set: readonly PublishedTable[]): number => Math.max(...set.map(({ threshold }) => threshold + 1));

export const verifyTable = (table: PublishedTable): TableVerification => verifyTables([table]);

function violationIn({
  kind,
  low,
  up,
  widthBefore,
  table,
}: Attacked): Pick<TableViolation, 'code' | 'message'> | undefined {
  const least = table.threshold + 1;
  const width = up - low;
  const exact = width <= EXACT;
  // Money has no threshold: only what follows exactly is a fault that the files alone can show.
  const narrow = table.measure !== 'sum' && width < least - EXACT && low < least - EXACT;
  const range = `an interval of ${width.toFixed(1)}, less than ${least}`;
  if (kind === 'earlier') {
    if (widthBefore === undefined || width >= widthBefore - EXACT || !(exact || narrow)) return undefined;
    const message = `A cell that an earlier release withheld is pinned by this one to ${range}.`;
    return { code: 'earlier-cell-exposed', message };
  }
  if (kind === 'increase') {
    // That nothing changed, or many joined, may be known.
    if (up <= EXACT || !narrow) return undefined;
    return exact
      ? {
          code: 'increase-derivable',
          message: 'What the count grew by since the release before follows, and is small.',
        }
      : { code: 'increase-narrow', message: `What the count grew by since the release before is pinned to ${range}.` };
  }
  if (exact) return { code: 'cell-derivable', message: 'A withheld cell follows exactly from what is published.' };
  return narrow ? { code: 'cell-narrow', message: `A withheld cell is pinned to ${range}.` } : undefined;
}

function smallShown(table: PublishedTable): TableViolation[] {
  if (table.measure === 'sum') return [];
  return table.cells.flatMap(({ freq }, cell) =>
    typeof freq === 'number' && freq >= 1 && freq <= table.threshold
      ? [
          {
            code: 'small-count-shown' as const,
            table: table.name,
            cell,
            message: `A count of 1 to ${table.threshold} is shown.`,
          },
        ]
      : [],
  );
}
