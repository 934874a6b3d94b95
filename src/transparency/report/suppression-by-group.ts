import type { GroupedColumn } from './group-column.js';
import { groupCounts } from './group-counts.js';
import { hiddenGroups, shownGroups, type Lines } from './suppression-lines.js';
import type { ColumnSuppression, UtilityReport } from './report-figures.js';
import type { ReportTotals } from './report-totals.js';
import type { ReportUnits } from './report-units.js';

export interface Release {
  readonly version: string;
  readonly k: number;
  readonly previous?: UtilityReport | undefined;
}

/**
 * Who was left out, by the values of one column. While fewer than k people have been added to or taken from those left
 * out, what an earlier report told is told again: a count that moved would be about the few.
 */
export function suppressionByGroup(
  grouped: GroupedColumn,
  units: ReportUnits,
  totals: ReportTotals,
  { version, k, previous }: Release,
): ColumnSuppression {
  const { column, shownAs, groupedBy } = grouped;
  const { name, title, role } = column;
  const total = totals.suppressed.subjects;
  const told = { name, title, role, shownAs, groupedBy, coarserUnits: coarserUnits(grouped, units) };
  const untold = { ...told, step: null, groups: [], other: null };
  if (total > 0 && total < k) return { ...untold, asOf: { version, suppressed: 0 } };
  const before = previous?.suppression.find((column) => column.name === name);
  if (total > 0 && before !== undefined && Math.abs(total - before.asOf.suppressed) < k)
    return before.shownAs === shownAs && before.groupedBy === groupedBy
      ? { ...before, coarserUnits: told.coarserUnits }
      : { ...untold, asOf: before.asOf };
  const asOf = { version, suppressed: total };
  const most = mostMentions(grouped, units);
  const side = { k, labels: grouped.labels, totals, most };
  const counts = groupCounts(grouped, units);
  const lines: Lines | null = grouped.isShown ? shownGroups(counts, side) : hiddenGroups(counts, side);
  return lines === null ? { ...untold, asOf } : { ...told, ...lines, asOf };
}

/** One each where all rows of a unit agree; else a reader only knows that there are not more mentions than rows. */
function mostMentions({ column: { scope }, of }: GroupedColumn, units: ReportUnits): 'units' | 'rows' {
  if (scope !== undefined) return scope === 'unit' ? 'units' : 'rows';
  const first = new Int32Array(units.count).fill(-1);
  const varies = units.of.some((unit, row) => {
    if (first[unit] === -1) first[unit] = of[row]!;
    return first[unit] !== of[row];
  });
  return varies ? 'rows' : 'units';
}

export function coarserUnits({ shows }: GroupedColumn, { round, copies }: ReportUnits): number {
  return round.reduce((sum, at, unit) => sum + (shows[at] === 0 ? copies[unit]! : 0), 0);
}
