import { type Html, html } from '../../../platform/html/html.js';

export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  /** First cell heads its row. */
  readonly rows: readonly (readonly string[])[];
  /** So many columns from the first hold words, the others figures. Default 1. */
  readonly words?: number;
}

/** A table that scrolls by itself where the page is too narrow; reachable by keyboard for that. */
export function dataTable({ caption, columns, rows, words = 1 }: Table): Html {
  const kind = (at: number): string => (at < words ? 'word' : 'number');
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column, at) => html`<th scope="col" class="${kind(at)}">${column}</th> `)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([head, ...cells]) =>
            html`<tr>
              <th scope="row">${head}</th>
              ${cells.map((cell, at) => html`<td class="${kind(at + 1)}">${cell}</td> `)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A picture with its figures beside it. */
export function chartAndTable(chart: Html, table: Table): Html {
  return html`<figure class="pair">${chart} ${dataTable(table)}</figure>`;
}
