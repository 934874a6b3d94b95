import type { LetterTemplate } from './casework-terms.js';
import { repeated, when } from './fault-finding.js';
import { LETTER_PLACEHOLDERS, placeholdersIn } from './letter-placeholders.js';

const KNOWN: readonly string[] = LETTER_PLACEHOLDERS;

/** What is wrong with a charter's letters, each with its place. */
export function letterFaults(letters: readonly LetterTemplate[]): string[] {
  return [
    ...repeated('letters', letters),
    ...letters.flatMap(({ code, texts }) => [
      ...when(texts.length === 0, `letters: ${code} has no text`),
      ...repeated(
        `letters: ${code}`,
        texts.map(({ language }) => ({ code: language })),
      ),
      ...texts.flatMap(({ language, subject, body }) =>
        placeholdersIn(`${subject}\n${body}`)
          .filter((name) => !KNOWN.includes(name))
          .map((name) => `letters: ${code} (${language}) has {{${name}}}; known are ${KNOWN.join(', ')}`),
      ),
    ]),
  ];
}
