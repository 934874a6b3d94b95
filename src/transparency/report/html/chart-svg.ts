import type { TopLevelSpec } from 'vega-lite';
import { Html, html } from '../../../platform/html/html.js';

/** The ink of all charts; they stand on white, in the dark too, so that they print as they look. */
export const INK = { text: '#1b1b1f', line: '#c9ccd1', strong: '#1f4f8f', soft: '#9db8da', mark: '#a3360f' };

export interface ChartText {
  readonly id: string;
  readonly title: string;
  /** What the picture shows, for those who do not see it; the figures are in the table beside it. */
  readonly description: string;
}

const CONFIG = {
  aria: false,
  background: '#ffffff',
  font: 'system-ui, sans-serif',
  view: { stroke: null },
  axis: {
    labelFontSize: 13,
    titleFontSize: 13,
    titleFontWeight: 'normal',
    labelColor: INK.text,
    titleColor: INK.text,
    gridColor: '#e6e8eb',
    domainColor: INK.line,
    tickColor: INK.line,
    labelLimit: 400,
  },
  legend: { labelFontSize: 13, titleFontSize: 13, titleFontWeight: 'normal', labelColor: INK.text },
} as const;

/** Loaded once, and only by who draws: half a second that the rest of the program need not wait for. */
let loading: ReturnType<typeof load> | undefined;

async function load() {
  const vega = await import('vega');
  const { compile } = await import('vega-lite');
  return { vega, compile };
}

/** A chart as inline SVG, drawn on the server: no script goes with it, and nothing is fetched. */
export async function chartSvg(spec: TopLevelSpec, { id, title, description }: ChartText): Promise<Html> {
  loading ??= load();
  const { vega, compile } = await loading;
  const view = new vega.View(vega.parse(compile({ ...spec, config: CONFIG }).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  const box = /viewBox="([^"]*)"/.exec(svg)?.[1] ?? '';
  const width = box.split(' ')[2] ?? '';
  const inside = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'));
  return html`<svg class="report-chart" width="${width}" viewBox="${box}" role="img" aria-labelledby="${id}-title ${id}-desc">
    <title id="${id}-title">${title}</title>
    <desc id="${id}-desc">${description}</desc>
    ${new Html(inside)}
  </svg>`;
}
