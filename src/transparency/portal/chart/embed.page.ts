import { html } from '../../../platform/html/html.js';
import { inLanguage, type Reader } from '../../../platform/html/reader.js';
import { text } from '../../../platform/html/text.js';
import type { Chart } from './chart.js';
import { chartAddress } from './chart-address.js';
import { chartFigure } from './chart-figure.js';
import type { ChartPicture } from './chart-pictures.js';
import { chartTitle } from './chart-words.js';

/** A chart on somebody else's page: the figure alone, and the way back to where it is from. */
export function embedPage(chart: Chart, picture: ChartPicture, reader: Reader): string {
  const { language, origin } = reader;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${chartTitle(chart)} · Redress</title>
        <base target="_blank" />
        <link rel="icon" href="data:," />
        <link rel="canonical" href="${origin}${chartAddress(chart, '')}" />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body class="embedded">
        <main>
          <h1 class="unseen">${chartTitle(chart)}</h1>
          ${chartFigure({ chart, picture, reader }, 'closed')}
          <p>
            <a href="${inLanguage(chartAddress(chart, ''), language)}"
              >${text(language, 'chart.from', { place: chart.facts.jurisdictionName })}</a
            >
          </p>
        </main>
      </body>
    </html> `.text;
}
