import { type Html, html } from '../../../platform/html/html.js';
import { text } from '../../../platform/html/text.js';
import { type DatasetFacts, type FactColumn, NOT_SHOWN } from '../facts/dataset-facts.js';
import { shown, type Words } from '../facts/words.js';

/** More values than this are told by the dictionary file. */
const MOST_VALUES = 100;
const ROLES = {
  key: 'role.key',
  'quasi-identifier': 'role.quasi-identifier',
  sensitive: 'role.sensitive',
  insensitive: 'role.insensitive',
} as const;

/** What each column holds, as published: its values too, with what they are called. */
export function dictionaryTable(facts: DatasetFacts, words: Words): Html {
  const { language } = words;
  const headings = ['dictionary.column', 'dictionary.holds', 'dictionary.how', 'dictionary.values'] as const;
  return html`<div class="wide" role="region" aria-labelledby="dictionary" tabindex="0">
    <table>
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${text(language, heading)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${facts.columns.map((column) => row(column, words))}
      </tbody>
    </table>
  </div>`;
}

function row(column: FactColumn, words: Words): Html {
  const { name, description } = column;
  return html`<tr>
    <th scope="row">${shown(words.column(column))}<br /><code>${name}</code></th>
    <td lang="en">${description}</td>
    <td>${howShown(column, words)}</td>
    <td>${valuesOf(column, words)}</td>
  </tr>`;
}

function howShown({ type, role, shownAs }: FactColumn, { language }: Words): Html {
  const known = Object.hasOwn(ROLES, role) ? ROLES[role as keyof typeof ROLES] : null;
  const how = known === null ? '' : `, ${text(language, known)}`;
  const coarse = shownAs === undefined ? null : html`: <span lang="en">${shownAs}</span>`;
  return html`${text(language, `type.${type}`)}${how}${coarse}`;
}

function valuesOf({ values, choices, isPseudonym }: FactColumn, words: Words): Html | null {
  const { language } = words;
  const known = values ?? choices ?? [];
  if (isPseudonym || known.length === 0) return null;
  if (known.length > MOST_VALUES) return html`${text(language, 'dictionary.many', { count: known.length })}`;
  return html`<details>
    <summary>${text(language, 'dictionary.count', { count: known.length })}</summary>
    <ul>
      ${known.map((value) => html`<li>${coded(value, words)}</li>`)}
    </ul>
  </details>`;
}

function coded(value: string, words: Words): Html {
  const said = words.value(value);
  if (value === '' || said.text === value) return shown(said);
  return html`<code>${value}</code> ${value === NOT_SHOWN ? said.text : shown(said)}`;
}
