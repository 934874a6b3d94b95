import { stringify } from 'csv-stringify/sync';
import { isMissing, type ReportContent, type ReportSource } from '../rules/report-content.js';

/** Of the report's one table. Columns are added at the end, and never renamed. */
export const REPORT_CSV_COLUMNS = [
  ...['place', 'period', 'section', 'table', 'row', 'row_label', 'column', 'column_label', 'unit'],
  ...['value', 'status', 'reason', 'covers_from', 'covers_to', 'dataset', 'version', 'sha256', 'note'],
] as const;

/** Every figure of the report as one line: what it counts, of when, from which release; `missing` where there is none. */
export function reportCsv({ place, period, sections, sources }: ReportContent): string {
  const lines = sections.flatMap((section) => {
    if (section.tables.length === 0)
      return [
        [place.slug, period.code, section.id, '', '', '', '', '', '', '', 'nothing_released', section.lines.join(' ')],
      ];
    return section.tables.flatMap((table) => {
      const from = sourceCells(table.sources, sources);
      const { from: first = '', to: last = '' } = table.covers ?? {};
      return table.rows.flatMap(({ code, label, note, cells, covers }) =>
        table.columns.map(({ name, title, unit }, at) => {
          const cell = cells[at] ?? { missing: '' };
          const [value, status, reason] = isMissing(cell) ? ['', 'missing', cell.missing] : [cell, 'shown', ''];
          const head = [place.slug, period.code, section.id, table.id, code, label, name, title, unit];
          const when = covers ? [covers.from, covers.to] : [first, last];
          return [...head, value, status, reason, ...when, ...from, note ?? ''];
        }),
      );
    });
  });
  const width = REPORT_CSV_COLUMNS.length;
  const rows = lines.map((line) => Array.from({ length: width }, (_, at) => line[at] ?? ''));
  return stringify([[...REPORT_CSV_COLUMNS], ...rows], { escape_formulas: true });
}

/** Of figures from two sources, both, in the same order. */
function sourceCells(ids: readonly string[], all: readonly ReportSource[]): string[] {
  const named = ids.flatMap((id) => all.filter((source) => source.id === id));
  return (['id', 'version', 'sha256'] as const).map((part) => named.map((source) => source[part]).join('; '));
}
