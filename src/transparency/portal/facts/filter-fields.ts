import { type Html, html } from '../../../platform/html/html.js';
import { text } from '../../../platform/html/text.js';
import type { DatasetFacts, FactColumn } from './dataset-facts.js';
import { EMPTY, filterName, type Given } from './filters.js';
import { option } from './form-parts.js';
import type { Words } from './words.js';

/** One field a column: its values to choose from where they are few, else a text. Pseudonyms are not asked for. */
export function filterFields(facts: DatasetFacts, words: Words, given: Given): Html {
  return html`<div class="fields">
    ${facts.columns.filter(({ isPseudonym }) => !isPseudonym).map((column) => field(column, words, given[filterName(column)]))}
  </div>`;
}

function field(column: FactColumn, words: Words, given: unknown): Html {
  const { language } = words;
  const name = filterName(column);
  const label = html`<label for="${name}">${words.column(column).text}</label>`;
  const { choices } = column;
  if (choices === null)
    return html`<p>
      ${label} <input id="${name}" name="${name}" value="${typeof given === 'string' ? given : ''}" maxlength="200" />
    </p>`;
  return html`<p>
    ${label}
    <select id="${name}" name="${name}">
      <option value="">${text(language, 'ask.any')}</option>
      ${choices.map((value) => option(value, words.value(value).text, given))}
      ${option(EMPTY, words.value(null).text, given)}
    </select>
  </p>`;
}
