import { type Html, html } from '../../../platform/html/html.js';
import { onwards, type Reader } from '../../../platform/html/reader.js';
import { text } from '../../../platform/html/text.js';
import type { DatasetFacts } from '../facts/dataset-facts.js';
import { datasetPath } from '../facts/place-address.js';
import { shown, type Words } from '../facts/words.js';
import type { Chart } from './chart.js';
import { chartAddress } from './chart-address.js';
import { chartFigure } from './chart-figure.js';
import type { ChartPicture } from './chart-pictures.js';
import { chartTitle } from './chart-words.js';

/** A chart that was asked for, or why there is none. */
export type Drawn = { readonly chart: Chart; readonly picture: ChartPicture } | { readonly refused: string };

interface ChartPage {
  readonly facts: DatasetFacts;
  readonly words: Words;
  readonly form: Html;
  readonly drawn: Drawn;
}

/** The chart builder: the question above, the chart below, and how to take it along. */
export function chartPage({ facts, words, form, drawn }: ChartPage, reader: Reader): Html {
  const { language } = reader;
  return html`<h1>${text(language, 'chart.heading')}: ${shown(words.title(facts))}</h1>
    <p>
      ${facts.jurisdictionName}. ${shown(words.oneRow(facts))}
      <a href="${onwards(reader, datasetPath(facts))}">${text(language, 'ask.to-dataset')}</a>
    </p>
    ${form}
    ${
      'refused' in drawn
        ? html`<p role="alert" class="refused">${drawn.refused}</p>`
        : html`<h2>${text(language, 'chart.result')}</h2>
            ${chartFigure({ ...drawn, reader }, 'open')} ${takeAlong(drawn.chart, reader)}`
    }`;
}

function takeAlong(chart: Chart, { language, origin }: Reader): Html {
  const title = chartTitle(chart);
  const frame = `<iframe src="${origin}${chartAddress(chart, 'embed')}" title="${title}" width="100%" height="520" loading="lazy" style="border:0"></iframe>`;
  const fixed = chartAddress({ ...chart, pinned: true }, '');
  return html`<h2>${text(language, 'chart.take')}</h2>
    <p>
      <a href="${chartAddress(chart, '.csv')}" download>${text(language, 'chart.csv')}</a> ·
      <a href="${chartAddress(chart, '.svg')}" download>${text(language, 'chart.svg')}</a> ·
      <a href="${chartAddress(chart, '.png')}" download>${text(language, 'chart.png')}</a>
    </p>
    <p>${text(language, 'chart.embed')}</p>
    <pre data-copy tabindex="0"><code>${frame}</code></pre>
    <p>
      ${text(language, 'chart.pin')} <a href="${fixed}">${text(language, 'chart.pinned', { version: chart.facts.version })}</a>
    </p>`;
}
