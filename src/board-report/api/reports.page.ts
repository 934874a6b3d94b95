import { type Html, html } from '../../platform/html/html.js';
import { type Reader } from '../../platform/html/reader.js';
import { phrase, text } from '../../platform/html/text.js';
import type { PublishedEdition } from '../records/published-report.reader.js';

/** All reports of a place, each with its editions: the newest first, the ones before it as they were. */
export function reportsPage(slug: string, editions: readonly PublishedEdition[], reader: Reader): Html {
  const { language } = reader;
  const periods = [...new Set(editions.map(({ period }) => period))];
  return html`<h1>${text(language, 'reports.title')}</h1>
    <p>
      ${text(language, 'reports.about')}
      <a href="/api/v1/jurisdictions/${slug}/reports">${text(language, 'reports.json')}</a>
    </p>
    ${periods.length === 0 ? html`<p>${text(language, 'reports.none')}</p>` : null}
    ${periods.map((period) => {
      const own = editions.filter((edition) => edition.period === period);
      return html`<section class="card">
        <h2 lang="en"><a href="/reports/${slug}/${period}">${own[0]?.title ?? period}</a></h2>
        <ul>
          ${own.map((edition) => editionLine(slug, edition, reader))}
        </ul>
      </section>`;
    })}`;
}

function editionLine(slug: string, published: PublishedEdition, { language }: Reader): Html {
  const { period, edition, correction, publishedAt, withdrawn } = published;
  const which = text(language, 'reports.edition', { edition: String(edition), period });
  const links = withdrawn.length === 0 ? linksOf(slug, published, which) : html`${which}`;
  const day = publishedAt.toISOString().slice(0, 10);
  return html`<li>
    ${phrase(language, 'reports.published', { links, day })}
    ${correction === null ? null : html`<br />${text(language, 'reports.why')} <span lang="en">${correction}</span>`}
    ${withdrawn.map((gone) => {
      const values = { day: gone.withdrawnAt.slice(0, 10), dataset: gone.dataset, version: gone.version };
      return html`<br />${text(language, 'reports.taken-back', values)} <span lang="en">${gone.reason}</span>`;
    })}
  </li>`;
}

function linksOf(slug: string, { period, edition }: PublishedEdition, which: string): Html {
  const address = (format: string): string => `/reports/${slug}/${period}${format}?edition=${edition}`;
  const others = ['pdf', 'csv', 'json'].map(
    (format) =>
      html` · <a href="${address(`.${format}`)}" aria-label="${format.toUpperCase()}, ${which}"
          >${format.toUpperCase()}</a
        >`,
  );
  return html`<a href="${address('')}">${which}</a>${others}`;
}
