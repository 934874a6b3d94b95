import { cellInWords } from '../rules/figures.js';
import { isMissing, type ReportTable } from '../rules/report-content.js';

/** One bar: where it stands, how long it is (0 … 1 of the longest), and what it says. */
export interface Bar {
  label: string;
  /** Title of the series, when there are several */
  series: string;
  /** 0: the first series */
  shade: number;
  share: number;
  figure: string;
  /** The first bar of its row, which carries the row's label */
  isFirst: boolean;
}

const MOST_ROWS = 20;

/** The bars of a table's picture: the page and the PDF draw the same ones. */
export function barsOf({ rows, columns, drawn }: ReportTable): Bar[] {
  const series = columns.flatMap((column, at) => (drawn.includes(column.name) ? [{ column, at }] : []));
  const shown = rows.slice(0, MOST_ROWS);
  const values = shown.flatMap(({ cells }) => series.map(({ at }) => numberAt(cells, at)));
  const most = Math.max(1, ...values);
  return shown.flatMap(({ label, cells }) =>
    series.map(({ column, at }, shade) => ({
      ...{ label, series: column.title, shade, isFirst: shade === 0 },
      ...{ share: numberAt(cells, at) / most, figure: cellInWords(cells[at], column) },
    })),
  );
}

/** One bar alone shows nothing that its figure does not say. */
export const isDrawn = ({ rows, drawn }: ReportTable): boolean => drawn.length > 0 && rows.length > 1;

/** What the picture shows, for those who do not see it; the figures are in the table beside it. */
export function barsInWords(table: ReportTable): string {
  const bars = barsOf(table);
  const [longest] = bars.toSorted((one, other) => other.share - one.share);
  const series = [...new Set(bars.map((bar) => bar.series))];
  const top =
    longest === undefined
      ? ''
      : ` The longest bar is ${longest.label}${series.length > 1 ? ` (${longest.series})` : ''}: ${longest.figure}.`;
  const part = table.rows.length > MOST_ROWS ? ` The first ${MOST_ROWS} rows are drawn.` : '';
  return `Bar chart of ${series.join(' and ')}: ${table.title}.${top}${part} The table has all figures.`;
}

export const short = (label: string, most: number): string =>
  label.length > most ? `${label.slice(0, most - 1)}…` : label;

function numberAt(cells: ReportTable['rows'][number]['cells'], at: number): number {
  const cell = cells[at];
  return cell === undefined || isMissing(cell) ? 0 : cell;
}
