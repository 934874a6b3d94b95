import { type Html, html } from '../../../platform/html/html.js';
import type { Reader } from '../../../platform/html/reader.js';
import { text } from '../../../platform/html/text.js';
import type { DatasetFacts } from '../facts/dataset-facts.js';
import { filterFields } from '../facts/filter-fields.js';
import { every, type Given } from '../facts/filters.js';
import { checkbox, hiddenLanguage, option } from '../facts/form-parts.js';
import { datasetPath } from '../facts/place-address.js';
import type { Words } from '../facts/words.js';
import { MOST, USUAL_LIMIT } from './query-question.js';

interface Asked {
  readonly facts: DatasetFacts;
  readonly words: Words;
  readonly given: Given;
}

/** A question in fields: which columns, which rows, counted by what, in which order, how many. */
export function queryForm({ facts, words, given }: Asked, reader: Reader): Html {
  const { language } = reader;
  const said = (name: string): string => (typeof given[name] === 'string' ? given[name] : '');
  const boxes = (field: string): Html[] => {
    const chosen = every(given, field);
    return facts.columns.map((column) =>
      checkbox(field, column.name, words.column(column).text, chosen.includes(column.name)),
    );
  };
  return html`<form action="${datasetPath(facts)}/query" method="get" class="asking">
    ${hiddenLanguage(reader)}
    <fieldset>
      <legend>${text(language, 'ask.filters')}</legend>
      ${filterFields(facts, words, given)}
      <p>
        <label for="where">${text(language, 'query.where')}</label>
        <input id="where" name="where" value="${said('where')}" maxlength="2000" aria-describedby="where-help" />
        <small id="where-help">${text(language, 'query.where-help')}</small>
      </p>
    </fieldset>
    <fieldset>
      <legend>${text(language, 'query.show')}</legend>
      <div class="checks">${boxes('show')}</div>
    </fieldset>
    <fieldset>
      <legend>${text(language, 'query.group')}</legend>
      <div class="checks">${boxes('group')}</div>
    </fieldset>
    <div class="fields">
      <p>
        <label for="order">${text(language, 'query.order')}</label>
        <select id="order" name="order">
          <option value="">${text(language, 'query.any-order')}</option>
          ${option('count', text(language, 'query.count'), given['order'])}
          ${facts.columns.map((column) => option(column.name, words.column(column).text, given['order']))}
        </select>
        ${checkbox('descending', 'yes', text(language, 'query.descending'), said('descending') !== '')}
      </p>
      <p>
        <label for="limit">${text(language, 'query.limit')}</label>
        <input id="limit" name="limit" type="number" min="1" max="${MOST}" value="${said('limit') || USUAL_LIMIT}" />
      </p>
    </div>
    <p><button type="submit">${text(language, 'query.ask')}</button></p>
  </form>`;
}
