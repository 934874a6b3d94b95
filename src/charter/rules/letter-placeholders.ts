/** What a letter's double braces can be filled with: by the case, or by who writes the letter. */
export const LETTER_PLACEHOLDERS = [
  'agency',
  'appealUntil',
  'caseNumber',
  'disposition',
  'findings',
  'name',
  'nextBy',
  'reason',
  'receivedOn',
  'reconsiderUntil',
  'referredTo',
  'stage',
  'today',
] as const;
export type LetterPlaceholder = (typeof LETTER_PLACEHOLDERS)[number];

/** Braces that were opened and hold anything but a plain word are found too: such a text would go out half filled. */
// The end of the text matches too, so that no opening is tried in vain.
// eslint-disable-next-line regexp/no-super-linear-move
const BRACES = /\{\{(.*?)(?:\}\}|$)/gms;

/** The names in double braces, each once, as they stand. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(BRACES)].map(([, name = '']) => name))];
}
