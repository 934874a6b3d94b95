import { type Html, html } from '../../../platform/html/html.js';
import type { Reader } from '../../../platform/html/reader.js';

/** A language that was chosen goes along with a form. */
export const hiddenLanguage = ({ chosen, language }: Reader): Html | null =>
  chosen ? html`<input type="hidden" name="lang" value="${language}" />` : null;

export const option = (value: string, label: string, chosen: unknown): Html =>
  value === chosen
    ? html`<option value="${value}" selected>${label}</option>`
    : html`<option value="${value}">${label}</option>`;

export const options = (name: string, known: readonly (readonly [string, string])[], chosen: unknown): Html =>
  html`<select id="${name}" name="${name}">
    ${known.map(([value, label]) => option(value, label, chosen))}
  </select>`;

export const checkbox = (name: string, value: string, label: Html | string, checked: boolean): Html =>
  html`<label class="check"
    ><input type="checkbox" name="${name}" value="${value}"${checked ? html` checked` : null} /> ${label}</label
  >`;
