import { type Html, html } from '../../../platform/html/html.js';
import type { Language } from '../../../platform/html/language.js';
import { text } from '../../../platform/html/text.js';

export interface ShareBar {
  label: string;
  /** Percent; null: there is none to show, and `instead` says why */
  share: number | null;
  instead: string;
}

const LABELS = 240;
const WIDTH = 720;
const ROW = 26;
const NUMBERS = 80;
const MOST_BARS = 40;
const LONGEST_LABEL = 30;

interface ShareChart {
  title: string;
  /** The table that has the figures, by its caption */
  table: string;
  bars: readonly ShareBar[];
}

/** Shares of a hundred as horizontal bars. The figures stand in a table on the same page, which the picture names. */
export function shareChart({ title, table, bars }: ShareChart, language: Language): Html {
  const drawn = bars.slice(0, MOST_BARS);
  const scale = (share: number): number => Math.max(1, Math.round(((WIDTH - LABELS - NUMBERS) * share) / 100));
  return html`<figure>
    <svg
      class="chart"
      viewBox="0 0 ${WIDTH} ${drawn.length * ROW}"
      role="img"
      aria-label="${text(language, 'reporting.picture', { title, table })}"
    >
      ${drawn.map(({ label, share, instead }, at) => {
        const width = share === null ? 0 : scale(share);
        const bar = html`<rect x="${LABELS}" y="${at * ROW + 3}" width="${width}" height="${ROW - 8}"></rect>`;
        return html`<text x="${LABELS - 8}" y="${at * ROW + 17}" text-anchor="end">${shortened(label)}</text>
          ${share === null ? null : bar}
          <text x="${LABELS + width + 6}" y="${at * ROW + 17}">${share === null ? instead : percent(share)}</text>`;
      })}
    </svg>
    <figcaption>
      ${title}.
      ${bars.length > MOST_BARS ? text(language, 'reporting.first', { most: MOST_BARS, count: bars.length }) : null}
    </figcaption>
  </figure>`;
}

export function percent(share: number): string {
  return `${share.toFixed(1)} %`;
}

function shortened(label: string): string {
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;
}
