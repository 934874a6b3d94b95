import { type Html, html } from '../../platform/html/html.js';
import type { PublishedEdition } from '../records/published-report.reader.js';

/** All reports of a place, each with its editions: the newest first, the ones before it as they were. */
export function reportsPage(slug: string, editions: readonly PublishedEdition[]): Html {
  const periods = [...new Set(editions.map(({ period }) => period))];
  return html`<h1>Reports</h1>
    <p>
      Annual and quarterly reports, made of released data alone. An edition that is out is never changed: what was wrong
      in it is put right in the next one. <a href="/api/v1/jurisdictions/${slug}/reports">The list as JSON</a>
    </p>
    ${periods.length === 0 ? html`<p>No report has been published yet.</p>` : null}
    ${periods.map((period) => {
      const own = editions.filter((edition) => edition.period === period);
      return html`<section class="card">
        <h2><a href="/reports/${slug}/${period}">${own[0]?.title ?? period}</a></h2>
        <ul>
          ${own.map((edition) => editionLine(slug, edition))}
        </ul>
      </section>`;
    })}`;
}

function editionLine(slug: string, { period, edition, correction, publishedAt }: PublishedEdition): Html {
  const address = (format: string): string => `/reports/${slug}/${period}${format}?edition=${edition}`;
  const which = `edition ${edition} of ${period}`;
  return html`<li>
    <a href="${address('')}">Edition ${edition} of ${period}</a>, published on ${publishedAt.toISOString().slice(0, 10)}:
    ${['pdf', 'csv', 'json'].map(
      (format, at) =>
        html`${at === 0 ? '' : ' · '}<a href="${address(`.${format}`)}" aria-label="${format.toUpperCase()}, ${which}">${format.toUpperCase()}</a>`,
    )}
    ${correction === null ? null : html`<br />Why there is a new edition: ${correction}`}
  </li>`;
}
