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

function editionLine(slug: string, edition: PublishedEdition): Html {
  const { correction, publishedAt, withdrawn } = edition;
  return html`<li>
    ${withdrawn.length === 0 ? links(slug, edition) : html`Edition ${edition.edition} of ${edition.period}`}, published
    on ${publishedAt.toISOString().slice(0, 10)}
    ${correction === null ? null : html`<br />Why there is a new edition: ${correction}`}
    ${withdrawn.map(
      ({ dataset, version, withdrawnAt, reason }) =>
        html`<br />Taken back on ${withdrawnAt.slice(0, 10)} together with ${dataset} ${version}, of which it was made:
          ${reason}`,
    )}
  </li>`;
}

function links(slug: string, { period, edition }: PublishedEdition): Html {
  const address = (format: string): string => `/reports/${slug}/${period}${format}?edition=${edition}`;
  const which = `edition ${edition} of ${period}`;
  const others = ['pdf', 'csv', 'json'].map(
    (format) =>
      html` · <a href="${address(`.${format}`)}" aria-label="${format.toUpperCase()}, ${which}"
          >${format.toUpperCase()}</a
        >`,
  );
  return html`<a href="${address('')}">Edition ${edition} of ${period}</a>${others}`;
}
