import { labelHtml, labelIn, type Term } from '../../charter/index.js';
import type { Language } from '../../platform/html/language.js';
import type { Option } from './form-view.js';

/** A charter's words to choose from. */
export function optionsOf(terms: readonly Term[], language: Language): Option[] {
  return terms.map((term) => ({ value: term.code, label: labelHtml(term, language) }));
}

/** For a list to choose from: nothing marks a word's language inside of one, so the word alone. */
export function plainOptionsOf(terms: readonly Term[], language: Language): Option[] {
  return terms.map((term) => ({ value: term.code, label: labelIn(term, language).text }));
}
