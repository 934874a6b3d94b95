import type { Found } from '../hit.js';
import { foldedWords, type FoldedText } from '../words/folded-text.js';
import type { RosterEntry } from './roster-entry.js';

const LEAST = 2;
/** What people put between the groups of a number. */
const BETWEEN = String.raw`[\s\-.,()/_:+#*@]{0,3}`;
/** Read for each other by hand and by camera. */
const ALIKE: Readonly<Record<string, string>> = { o: '[o0]', '0': '[o0]', i: '[il1]', l: '[il1]', '1': '[il1]' };

/** Numbers of the roster in any grouping; telephone numbers with or without the country's, and the last seven alone. */
export function findNumbers(text: FoldedText, entries: readonly RosterEntry[]): Found[] {
  return entries
    .filter(({ is }) => is === 'number')
    .flatMap(({ of, value }) => {
      const letters = foldedWords(value)
        .map(({ lower }) => lower)
        .join('');
      return formsOf(letters).flatMap((form) => occurrences(text, form, of));
    });
}

function formsOf(number: string): string[] {
  if (number.length < LEAST) return [];
  const digits = /^\d+$/.test(number);
  const national = digits && number.length === 11 && number.startsWith('1') ? number.slice(1) : number;
  const withoutZeros = digits ? number.replace(/^0+(?=\d{2})/, '') : number;
  return [
    ...new Set([number, national, withoutZeros, ...(digits && national.length === 10 ? [national.slice(3)] : [])]),
  ];
}

function occurrences(text: FoldedText, form: string, of: string): Found[] {
  const mixed = /\d/.test(form) && /\p{L}/u.test(form);
  // A short number is a badge's or a car's: taken apart it would be found in every sum.
  const gap = form.length < 4 ? '' : BETWEEN;
  const pattern = [...form].map((letter) => (mixed ? (ALIKE[letter] ?? letter) : letter)).join(gap);
  const whole = new RegExp(`(?<![\\p{L}\\p{Nd}])(?:[+]|[(](?=\\d{3}[)]))?(?:${pattern})(?![\\p{L}\\p{Nd}])`, 'gu');
  const ofDigits = new RegExp(`(?<!\\p{Nd})(?:[+]|[(](?=\\d{3}[)]))?(?:${pattern})(?!\\p{Nd})`, 'gu');
  const matches = text.lower.matchAll(/^\d+$/.test(form) && form.length > 3 ? ofDigits : whole);
  return [...matches].map(({ 0: words, index }) => {
    return { start: index, end: index + words.length, kind: 'identifier', source: 'roster', why: of };
  });
}
