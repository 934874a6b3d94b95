import { type Html, html } from '../../../platform/html/html.js';
import { number, text } from '../../../platform/html/text.js';
import type { DatasetFacts } from '../facts/dataset-facts.js';
import type { Cell } from '../facts/portal-rows.js';
import { shown, type Words } from '../facts/words.js';
import type { AnsweredQuery } from './answered-query.js';

/** More rows than this a page does not show; the addresses below it give them all. */
const MOST_SHOWN = 200;

/** Rows as they are in the file, codes and all: what is written in a condition is what stands here. */
export function resultTable({ answer, question }: AnsweredQuery, facts: DatasetFacts, words: Words): Html {
  const { language } = words;
  const { fields, rows } = answer;
  const drawn = rows.slice(0, MOST_SHOWN);
  const isFull = rows.length === question.limit;
  const values = { rows: rows.length, shown: drawn.length };
  return html`<p role="status">
      ${text(language, isFull ? 'query.rows-full' : 'query.rows', values)}
      ${drawn.length < rows.length ? text(language, 'query.shown', values) : null}
    </p>
    <div class="wide" role="region" aria-labelledby="result" tabindex="0">
      <table>
        <thead>
          <tr>
            ${fields.map((field) => heading(field, facts, words))}
          </tr>
        </thead>
        <tbody>
          ${drawn.map(
            (row) =>
              html`<tr>
                ${row.map((cell, at) => cellOf(cell, fields[at] ?? '', facts, words))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function heading(field: string, facts: DatasetFacts, words: Words): Html {
  const column = facts.columns.find(({ name }) => name === field);
  if (column) return html`<th scope="col">${shown(words.column(column))}<br /><small>${field}</small></th>`;
  return html`<th scope="col" class="number">${text(words.language, 'query.count')}<br /><small>${field}</small></th>`;
}

function cellOf(cell: Cell, field: string, facts: DatasetFacts, words: Words): Html {
  const isCounted = facts.columns.every(({ name }) => name !== field);
  if (isCounted && typeof cell === 'string' && /^-?\d+(\.\d+)?$/.test(cell))
    return html`<td class="number">${number(words.language, Number(cell))}</td>`;
  return html`<td>${cell === null ? html`<span class="none">—</span>` : String(cell)}</td>`;
}
