import { type Html, html } from '../../../platform/html/html.js';
import { onwards, type Reader } from '../../../platform/html/reader.js';
import { day, number, text } from '../../../platform/html/text.js';
import type { DatasetFacts, DatasetHistory } from '../facts/dataset-facts.js';
import { datasetPath, filePath, nativePath } from '../facts/place-address.js';
import { shown, type Words } from '../facts/words.js';
import { dictionaryTable } from './dictionary-table.js';
import { releaseTables, size } from './release-tables.js';

export interface DatasetPage {
  readonly facts: DatasetFacts;
  readonly history: DatasetHistory;
  readonly words: Words;
  /** A first look; null where rows are not there to be counted */
  readonly figure: Html | null;
}

/** All that somebody needs to use a dataset rightly: first of all what one row of it is. */
export function datasetPage({ facts, history, words, figure }: DatasetPage, reader: Reader): Html {
  const { language } = reader;
  return html`<p><a href="${onwards(reader, `/#${facts.jurisdiction}`)}">${facts.jurisdictionName}</a></p>
    <h1>${shown(words.title(facts))}</h1>
    <p class="lead">${shown(words.oneRow(facts))}</p>
    ${figures(facts, words)} ${actions(facts, reader)}
    ${
      figure === null
        ? null
        : html`<h2>${text(language, 'dataset.look')}</h2>
            ${figure}`
    }
    <h2>${text(language, 'dataset.caveats')}</h2>
    ${listed([...facts.caveats, ...facts.officers])}
    <h2 id="dictionary">${text(language, 'dataset.dictionary')}</h2>
    <p>
      ${text(language, 'dataset.dictionary-files')}
      <a href="${filePath(facts, facts.version, 'dictionary.csv')}">dictionary.csv</a>,
      <a href="${filePath(facts, facts.version, 'dictionary.json')}">dictionary.json</a>
    </p>
    ${dictionaryTable(facts, words)}
    <h2>${text(language, 'dataset.releases')}</h2>
    <p>${text(language, 'dataset.never-change')}</p>
    ${releaseTables(facts, history, language)}
    <h2>${text(language, 'dataset.cite')}</h2>
    ${citation(facts, reader)}`;
}

function figures(facts: DatasetFacts, words: Words): Html {
  const { language } = words;
  const { k, leftOutShare } = facts;
  const figure = (term: string, said: string): Html =>
    html`<div>
      <dt>${term}</dt>
      <dd>${said}</dd>
    </div>`;
  const units = words.units(facts).text;
  return html`<dl class="figures">
    ${figure(text(language, 'dataset.rows'), number(language, facts.rows))}
    ${k === null ? null : figure(text(language, 'dataset.alike', { units }), number(language, k))}
    ${leftOutShare === null ? null : figure(text(language, 'dataset.left-out', { units }), `${number(language, 100 * leftOutShare, 1)} %`)}
    ${figure(text(language, 'dataset.version'), facts.version)}
    ${figure(text(language, 'dataset.published'), day(language, facts.publishedAt))}
  </dl>`;
}

function actions(facts: DatasetFacts, reader: Reader): Html {
  const { language } = reader;
  const base = datasetPath(facts);
  return html`<ul class="actions">
    <li>
      <a href="${filePath(facts, facts.version, 'data.csv')}" download
        >${text(language, 'dataset.download', { size: size(language, facts.bytes) })}</a
      >
    </li>
    <li><a href="${onwards(reader, `${base}/query`)}">${text(language, 'query.heading')}</a></li>
    <li><a href="${onwards(reader, `${base}/chart`)}">${text(language, 'chart.heading')}</a></li>
    <li><a href="${nativePath(facts)}">${text(language, 'dataset.as-json')}</a></li>
    <li><a href="${base}/releases.atom">${text(language, 'dataset.feed')}</a></li>
  </ul>`;
}

/** What the release says of itself stands as it was approved: in English. */
const listed = (sentences: readonly string[]): Html =>
  html`<ul lang="en">
    ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
  </ul>`;

function citation(facts: DatasetFacts, { language, origin }: Reader): Html {
  const { jurisdictionName, title, version, publishedAt, sha256 } = facts;
  const address = `${origin}${filePath(facts, version, 'data.csv')}`;
  const cited = `${jurisdictionName} (${publishedAt.getUTCFullYear()}). ${title}, version ${version} [data set]. ${address} (SHA-256 ${sha256})`;
  return html`<p>${text(language, 'dataset.cite-help')}</p>
    <pre class="prose" data-copy="${text(language, 'dataset.cite')}" tabindex="0" lang="en">${cited}</pre>`;
}
