import type { ReportingPlace } from '../../department-reporting/index.js';
import { type Html, html } from '../../platform/html/html.js';
import { barChart, figure } from './bar-chart.js';
import type { DatasetCard } from './portal.reader.js';

/** The first page: what there is for each place, what one row of it is, and how to get it. */
export function homePage(cards: readonly DatasetCard[], reporting: readonly ReportingPlace[]): Html {
  const places = [...new Set(cards.map(({ release }) => release.jurisdictionName))];
  return html`<h1>Civilian oversight of policing, in public</h1>
    <p>
      Released data of complaints about police officers and of the force they use. Every file is checked by a program of
      its own and approved by two people; whoever is described in one is hidden among others. <a href="/docs">The API</a> needs no key.
    </p>
    ${cards.length === 0 ? html`<p>Nothing has been released yet.</p>` : null}
    ${places.map(
      (place) =>
        html`<h2>${place}</h2>
          ${placeLinks(cards, place)}
          ${cards.filter(({ release }) => release.jurisdictionName === place).map(cardSection)}`,
    )}
    ${reporting.length === 0 ? null : reportingSection(reporting)}`;
}

function reportingSection(places: readonly ReportingPlace[]): Html {
  return html`<h2>How departments report their uses of force</h2>
    <ul>
      ${places.map(({ jurisdiction, name }) => html`<li><a href="/department-reporting/${jurisdiction}">${name}</a></li>`)}
    </ul>`;
}

/** What else there is of a place, on pages of its own. */
function placeLinks(cards: readonly DatasetCard[], place: string): Html | null {
  const slug = cards.find(({ release }) => release.jurisdictionName === place)?.release.jurisdiction;
  if (slug === undefined) return null;
  return html`<ul>
    <li><a href="/reports/${slug}">Annual and quarterly reports: ${place}</a></li>
    <li><a href="/meetings/${slug}">Meetings, agendas and minutes: ${place}</a></li>
    <li><a href="/complain/${slug}">Complain about the police, or praise an officer: ${place}</a></li>
    <li><a href="/follow/${slug}">See how your complaint stands: ${place}</a></li>
    <li><a href="/charter/${slug}">The terms of oversight: ${place}</a></li>
    <li><a href="/boards/${slug}">Boards, members and decisions: ${place}</a></li>
    <li><a href="/recommendations/${slug}">Recommendations on policy, and what was answered: ${place}</a></li>
  </ul>`;
}

function cardSection({ release, chart }: DatasetCard): Html {
  const base = `/api/v1/datasets/${release.jurisdiction}/${release.dataset}`;
  return html`<section class="card">
    <h3>${release.title}</h3>
    <p>${release.oneRow}</p>
    <dl class="figures">
      <div>
        <dt>Rows</dt>
        <dd>${figure(release.rows)}</dd>
      </div>
      ${release.k === null ? null : protection(release.k, release.suppressedShare)}
      <div>
        <dt>Release</dt>
        <dd>${release.version}</dd>
      </div>
    </dl>
    <p>
      <a href="${base}/releases/${release.version}/data.csv">Download CSV (${megabytes(release.bytes)})</a> ·
      <a href="${base}">What the columns mean</a> · <a href="${base}/rows?limit=10">First ten rows as JSON</a>
    </p>
    <details>
      <summary>Use it from a program</summary>
      <pre>curl '${base}/rows.csv?limit=100'</pre>
      <pre>read.csv('${base}/rows.csv')  # R</pre>
      <pre>pandas.read_csv('${base}/rows.csv')  # Python</pre>
    </details>
    ${chart && chart.bars.length > 0 ? barChart(`${release.title}: ${chart.column.title}`, 'Rows', chart.bars) : null}
  </section>`;
}

/** Nothing of it stands on the card of a dataset about public bodies: nobody is described there. */
function protection(k: number, suppressedShare: number): Html {
  return html`<div>
      <dt>Cases that share each description, at least</dt>
      <dd>${k}</dd>
    </div>
    <div>
      <dt>Left out to protect people</dt>
      <dd>${(100 * suppressedShare).toFixed(1)} %</dd>
    </div>`;
}

function megabytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
