import { type Html, html } from '../../../platform/html/html.js';
import { onwards, type Reader } from '../../../platform/html/reader.js';
import { day, number, phrase, text } from '../../../platform/html/text.js';
import type { DatasetFacts } from '../facts/dataset-facts.js';
import { datasetPath, filePath } from '../facts/place-address.js';
import { shown, type Words } from '../facts/words.js';

/** A place as the home page shows it. */
export interface HomePlace {
  readonly slug: string;
  readonly name: string;
  readonly datasets: readonly DatasetFacts[];
  readonly words: Words;
  readonly figures: readonly Html[];
  /** What was counted in all: “complaints”, 1,204 */
  readonly totals: readonly { readonly units: string; readonly count: number }[];
  /** Whether it tells how its departments report */
  readonly reports: boolean;
}

/** The first page: for each place its numbers, and the way to everything else that is public. */
export function homePage(places: readonly HomePlace[], reader: Reader): Html {
  const { language } = reader;
  const api = html`<a href="/docs">${text(language, 'home.api')}</a>`;
  return html`<h1>${text(language, 'home.title')}</h1>
    <p class="lead">${text(language, 'home.lead')} ${phrase(language, 'home.no-key', { api })}</p>
    ${places.every(({ datasets }) => datasets.length === 0) ? html`<p>${text(language, 'home.nothing')}</p>` : null}
    ${places.length < 2 ? null : placeList(places, language)} ${places.map((place) => placeSection(place, reader))}`;
}

const placeList = (places: readonly HomePlace[], language: Reader['language']): Html =>
  html`<nav aria-label="${text(language, 'home.places')}">
    <ul>
      ${places.map(({ slug, name }) => html`<li><a href="#${slug}">${name}</a></li>`)}
    </ul>
  </nav>`;

function placeSection(place: HomePlace, reader: Reader): Html {
  const { slug, name, datasets, figures } = place;
  const { language } = reader;
  return html`<section>
    <h2 id="${slug}">${name}</h2>
    ${datasets.length === 0 ? null : numbers(place)}
    <ul class="actions">
      ${linksOf(place, reader)}
    </ul>
    ${figures.length === 0 ? null : html`<div class="drawings">${figures}</div>`}
    ${
      datasets.length === 0
        ? null
        : html`<h3>${text(language, 'home.datasets')}: ${name}</h3>
            ${datasets.map((facts) => datasetCard(facts, place.words, reader))}`
    }
  </section>`;
}

function numbers({ datasets, totals, words: { language } }: HomePlace): Html {
  const rows = datasets.reduce((sum, facts) => sum + facts.rows, 0);
  const all = [...totals, { units: text(language, 'home.rows'), count: rows }];
  return html`<dl class="figures">
    ${all.map(
      ({ units, count }) =>
        html`<div>
          <dt>${units}</dt>
          <dd>${number(language, count)}</dd>
        </div>`,
    )}
  </dl>`;
}

function linksOf({ slug, name, reports }: HomePlace, reader: Reader): Html[] {
  const { language } = reader;
  const links = [
    ['complain', text(language, 'home.complain', { name })],
    ['follow', text(language, 'home.follow', { name })],
    ['reports', text(language, 'home.reports', { name })],
    ['meetings', text(language, 'home.meetings', { name })],
    ['recommendations', text(language, 'home.recommendations', { name })],
    ['boards', text(language, 'home.boards', { name })],
    ['charter', text(language, 'home.charter', { name })],
    ...(reports ? [['department-reporting', text(language, 'home.departments', { name })]] : []),
  ];
  return links.map(
    ([path = '', words = '']) => html`<li><a href="${onwards(reader, `/${path}/${slug}`)}">${words}</a></li>`,
  );
}

function datasetCard(facts: DatasetFacts, words: Words, reader: Reader): Html {
  const { language } = reader;
  const base = datasetPath(facts);
  const title = words.title(facts);
  const values = { rows: facts.rows, version: facts.version, day: day(language, facts.publishedAt) };
  const link = (href: string, label: string): Html =>
    html`<a href="${href}" aria-label="${label}: ${title.text}, ${facts.jurisdictionName}">${label}</a>`;
  return html`<section class="card">
    <h4><a href="${onwards(reader, base)}">${shown(title)}</a></h4>
    <p>${shown(words.oneRow(facts))}</p>
    <p>${text(language, 'home.counted', values)}</p>
    <p>
      ${link(onwards(reader, `${base}/query`), text(language, 'query.heading'))} ·
      ${link(onwards(reader, `${base}/chart`), text(language, 'chart.heading'))} ·
      ${link(filePath(facts, facts.version, 'data.csv'), 'CSV')}
    </p>
  </section>`;
}
