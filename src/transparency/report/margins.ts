import type { Blur } from './blur.js';
import type { GroupedColumn } from './group-column.js';
import { marginDistance } from './margin-distance.js';
import type { MarginDistance, UtilityReport } from './report-figures.js';
import type { ReportTotals } from './report-totals.js';
import type { ReportUnits } from './report-units.js';

/**
 * The distances of all one- and two-way margins. A column that is not shown is one value in the record and in the file
 * at that level: its distance is 0, and with another that of the other. Where some, but fewer than k were left out,
 * nothing is told: the difference between record and file would be theirs.
 */
export function margins(
  grouped: readonly GroupedColumn[],
  units: ReportUnits,
  { suppressed }: ReportTotals,
  k: number,
  blur: Blur | null,
): UtilityReport['margins'] {
  const exact = suppressed.units === 0 && grouped.every(({ shows }) => shows.every((shown) => shown === 1));
  const hidden = !exact && (blur === null || (suppressed.subjects > 0 && suppressed.subjects < k));
  const tell = (...columns: [GroupedColumn, GroupedColumn?]): number | null =>
    exact ? 0 : hidden ? null : blur!.blurred(marginDistance(columns, units));
  const alone = grouped.map((column) => (column.isShown ? tell(column) : hidden ? null : 0));
  const pairs = grouped.flatMap((one, i) =>
    grouped.slice(i + 1).map((other, after): MarginDistance => {
      const j = i + 1 + after;
      const distance = one.isShown && other.isShown ? tell(one, other) : (alone[one.isShown ? i : j] ?? null);
      return { columns: [one.column.name, other.column.name], distance };
    }),
  );
  return {
    blur: exact || hidden ? null : (blur?.width ?? null),
    one: grouped.map(({ column }, at) => ({ columns: [column.name], distance: alone[at] ?? null })),
    two: pairs,
  };
}
