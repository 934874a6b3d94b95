import { type Html, html } from '../../../platform/html/html.js';
import { onwards, type Reader } from '../../../platform/html/reader.js';
import { text } from '../../../platform/html/text.js';
import type { DatasetFacts } from '../facts/dataset-facts.js';
import { datasetPath } from '../facts/place-address.js';
import { shown, type Words } from '../facts/words.js';
import type { AnsweredQuery } from './answered-query.js';
import { resultTable } from './result-table.js';
import { snippets } from './snippets.js';

interface QueryPage {
  readonly facts: DatasetFacts;
  readonly words: Words;
  readonly form: Html;
  readonly answered: AnsweredQuery | { readonly refused: string };
}

/** The query builder: the question, its rows, and the very address under which programs get them. */
export function queryPage({ facts, words, form, answered }: QueryPage, reader: Reader): Html {
  const { language } = reader;
  return html`<h1>${text(language, 'query.heading')}: ${shown(words.title(facts))}</h1>
    <p>
      ${facts.jurisdictionName}. ${shown(words.oneRow(facts))}
      <a href="${onwards(reader, datasetPath(facts))}">${text(language, 'ask.to-dataset')}</a>
    </p>
    ${form}
    ${
      'refused' in answered
        ? html`<p role="alert" class="refused"><span lang="en">${answered.refused}</span></p>`
        : html`<h2 id="result">${text(language, 'query.result')}</h2>
            ${resultTable(answered, facts, words)}
            <h2>${text(language, 'query.program')}</h2>
            ${addresses(answered, reader)}`
    }`;
}

function addresses({ soda, csv, native }: AnsweredQuery, { language, origin }: Reader): Html {
  return html`<p>${text(language, 'query.addresses')}</p>
    <dl class="addresses">
      <dt>SODA 2.1, JSON</dt>
      <dd><a href="${soda}">${origin}${soda}</a></dd>
      <dt>SODA 2.1, CSV</dt>
      <dd><a href="${csv}">${origin}${csv}</a></dd>
      <dt>${text(language, 'query.native')}</dt>
      <dd>${native === null ? text(language, 'query.native-cannot') : html`<a href="${native}">${origin}${native}</a>`}</dd>
    </dl>
    ${snippets(`${origin}${csv}`).map(
      ({ title, code }) =>
        html`<h3>${text(language, title)}</h3>
          <pre data-copy="${text(language, title)}" tabindex="0"><code>${code}</code></pre>`,
    )}`;
}
