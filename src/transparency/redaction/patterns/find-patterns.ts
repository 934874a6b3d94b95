import type { Found } from '../hit.js';
import type { FoldedText } from '../words/folded-text.js';
import { CONTACT } from './contact.js';
import { NUMBERS } from './numbers.js';
import type { Pattern } from './pattern.js';
import { PEOPLE } from './people.js';
import { PLACES } from './places.js';
import { TIMES } from './times.js';

export const PATTERNS: readonly Pattern[] = [...CONTACT, ...NUMBERS, ...PLACES, ...TIMES, ...PEOPLE];

/** Every stretch that has the form of an identifier. */
export function findPatterns(text: FoldedText): Found[] {
  return PATTERNS.flatMap((pattern) => {
    const { kind, why, source = 'pattern', holds } = pattern;
    return [...(pattern.caseTells ? text.plain : text.lower).matchAll(pattern.form)].flatMap((match): Found[] => {
      const it = match.groups?.['it'] ?? match[0];
      if (holds && !holds(it)) return [];
      const start = match.index + match[0].lastIndexOf(it);
      return [{ start, end: start + it.trimEnd().length, kind, source, why }];
    });
  });
}
