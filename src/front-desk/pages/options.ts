import { labelIn, type Term } from '../../charter/index.js';
import { type Html, html } from '../../platform/html/html.js';
import type { Language } from '../../platform/html/language.js';
import type { Option } from './form-view.js';

/** A charter's words to choose from. */
export function optionsOf(terms: readonly Term[], language: Language): Option[] {
  return terms.map((term) => ({ value: term.code, label: labelOf(term, language) }));
}

/** A word of the charter, said to be in the charter's language where it has no other: a screen reader then reads it so. */
export function labelOf(term: Term, language: Language): Html {
  const { text, language: other } = labelIn(term, language);
  return other === undefined ? html`${text}` : html`<span lang="${other}">${text}</span>`;
}

/** For a list to choose from: nothing marks a word's language inside of one, so the word alone. */
export function plainOptionsOf(terms: readonly Term[], language: Language): Option[] {
  return terms.map((term) => ({ value: term.code, label: labelIn(term, language).text }));
}
