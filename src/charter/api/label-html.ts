import { type Html, html } from '../../platform/html/html.js';
import type { Term } from '../rules/charter-document.js';
import { labelIn } from '../rules/label-in.js';

/** A word of the charter, said to be in the charter's language where it has no other: a screen reader then reads it so. */
export function labelHtml(term: Term, language: string): Html {
  const { text, language: other } = labelIn(term, language);
  return other === undefined ? html`${text}` : html`<span lang="${other}">${text}</span>`;
}
