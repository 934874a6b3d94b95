import { type Html, html } from '../../platform/html/html.js';

export interface Bar {
  label: string;
  count: number;
}

const LABELS = 240;
const WIDTH = 720;
const ROW = 26;
const NUMBERS = 80;

/** Counts as horizontal bars, with the same figures as a table below: nobody needs to see the picture to read it. */
export function barChart(title: string, unit: string, bars: readonly Bar[]): Html {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  const scale = (count: number): number => Math.max(1, Math.round(((WIDTH - LABELS - NUMBERS) * count) / most));
  return html`<figure>
    <svg
      class="chart"
      viewBox="0 0 ${WIDTH} ${bars.length * ROW}"
      role="img"
      aria-label="Bar chart: ${title}. The table below has the figures."
    >
      ${bars.map(
        ({ label, count }, at) =>
          html`<text x="${LABELS - 8}" y="${at * ROW + 17}" text-anchor="end">${label}</text>
            <rect x="${LABELS}" y="${at * ROW + 3}" width="${scale(count)}" height="${ROW - 8}"></rect>
            <text x="${LABELS + scale(count) + 6}" y="${at * ROW + 17}">${figure(count)}</text>`,
      )}
    </svg>
    <table>
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          <th scope="col">Value</th>
          <th scope="col" class="number">${unit}</th>
          <th scope="col" class="number">Share</th>
        </tr>
      </thead>
      <tbody>
        ${bars.map(
          ({ label, count }) =>
            html`<tr>
              <th scope="row">${label}</th>
              <td class="number">${figure(count)}</td>
              <td class="number">${share(count, total)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </figure>`;
}

export function figure(count: number): string {
  return count.toLocaleString('en-US');
}

function share(count: number, total: number): string {
  return `${((100 * count) / Math.max(1, total)).toFixed(1)} %`;
}
