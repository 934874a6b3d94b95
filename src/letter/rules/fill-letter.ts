import { type LetterPlaceholder, placeholdersIn } from '../../charter/index.js';

export type LetterValues = Partial<Record<LetterPlaceholder, string>>;
export interface LetterText {
  subject: string;
  body: string;
}

/** The letter with every placeholder filled, or the names of those that nothing is known for. */
export function fillLetter(text: LetterText, values: LetterValues): LetterText | { missing: string[] } {
  const known: Record<string, string | undefined> = values;
  const missing = placeholdersIn(`${text.subject}\n${text.body}`).filter((name) => (known[name] ?? '').trim() === '');
  if (missing.length > 0) return { missing };
  // A value is put in as it is: braces in somebody's name are no placeholder.
  const fill = (words: string): string => words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => known[name] ?? '');
  return { subject: fill(text.subject), body: fill(text.body) };
}
