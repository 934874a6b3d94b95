import { type Html, html } from '../../platform/html/html.js';
import type { ReportTable } from '../rules/report-content.js';
import { type Bar, barsInWords, barsOf, short } from './bars.js';

const [LABELS, WIDTH, ROW, FIGURES, TOP] = [250, 720, 24, 80, 26];
const LONGEST_LABEL = 32;

/** The bars as inline SVG, drawn here: no script goes with it, and nothing is fetched. */
export function barSvg(table: ReportTable): Html | null {
  const bars = barsOf(table);
  if (bars.length === 0) return null;
  const series = [...new Set(bars.map((bar) => bar.series))];
  const top = series.length > 1 ? TOP : 0;
  return html`<svg
    class="chart"
    viewBox="0 0 ${WIDTH} ${top + bars.length * ROW}"
    role="img"
    aria-labelledby="chart-${table.id}"
  >
    <title id="chart-${table.id}">${barsInWords(table)}</title>
    ${top === 0 ? null : series.map(legend)} ${bars.map((bar, at) => drawnBar(bar, top + at * ROW))}
  </svg>`;
}

function legend(title: string, at: number): Html {
  const x = LABELS + at * 170;
  return html`<rect class="shade-${at}" x="${x}" y="4" width="14" height="14"></rect>
    <text x="${x + 20}" y="16">${title}</text>`;
}

function drawnBar({ label, share, shade, figure, isFirst }: Bar, y: number): Html {
  const length = Math.round((WIDTH - LABELS - FIGURES) * share);
  const name = isFirst
    ? html`<text x="${LABELS - 8}" y="${y + 16}" text-anchor="end">${short(label, LONGEST_LABEL)}</text>`
    : null;
  return html`${name}
    <rect class="shade-${shade}" x="${LABELS}" y="${y + 3}" width="${Math.max(1, length)}" height="${ROW - 7}"></rect>
    <text x="${LABELS + length + 7}" y="${y + 16}">${figure}</text>`;
}
