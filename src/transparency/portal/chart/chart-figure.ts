import { Html, html } from '../../../platform/html/html.js';
import { onwards, type Reader } from '../../../platform/html/reader.js';
import { text } from '../../../platform/html/text.js';
import type { Chart } from './chart.js';
import { chartAddress } from './chart-address.js';
import type { ChartPicture } from './chart-pictures.js';
import { chartTable } from './chart-table.js';
import { chartNotes, chartSource, chartTitle } from './chart-words.js';

interface Shown {
  readonly chart: Chart;
  readonly picture: ChartPicture;
  readonly reader: Reader;
}

/** A picture with its title, its source, what it does not say, and its figures: nobody needs to see it to read it. */
export function chartFigure({ chart, picture, reader }: Shown, table: 'open' | 'closed'): Html {
  const { language } = reader;
  const title = chartTitle(chart);
  const figures = chartTable(chart);
  const count = picture.left;
  return html`<figure class="drawing">
    <figcaption>${title}</figcaption>
    <div class="wide" role="region" aria-label="${text(language, 'chart.picture', { title })}" tabindex="0">
      ${new Html(picture.svg)}
    </div>
    ${count === 0 ? null : html`<p>${text(language, 'chart.left-to-table', { count })}</p>`}
    ${
      table === 'open'
        ? figures
        : html`<details>
            <summary>${text(language, 'chart.figures')}</summary>
            ${figures}
          </details>`
    }
    <p class="source">${chartSource(chart)} ${table === 'closed' ? chartNotes(chart).join(' ') : null}</p>
    ${
      table === 'closed'
        ? null
        : html`<ul class="notes">
            ${chartNotes(chart).map((note) => html`<li>${note}</li>`)}
          </ul>`
    }
    ${table === 'open' ? null : html`<p>${actions(chart, reader)}</p>`}
  </figure>`;
}

/** To the chart's own page, and its files. */
function actions(chart: Chart, reader: Reader): Html {
  const { language } = reader;
  const title = chartTitle(chart);
  const link = (form: '.csv' | '.svg' | '.png'): Html => {
    const name = form.slice(1).toUpperCase();
    return html`<a href="${chartAddress(chart, form)}" download aria-label="${name}: ${title}">${name}</a>`;
  };
  const change = html`<a href="${onwards(reader, chartAddress(chart, ''))}" aria-label="${text(language, 'chart.change')}: ${title}"
    >${text(language, 'chart.change')}</a
  >`;
  return html`${change} · ${link('.csv')} · ${link('.svg')} · ${link('.png')}`;
}
