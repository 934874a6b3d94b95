/** An identifier in a cell has at most so many words; the window of words that is looked up is no wider. */
export const MOST_WORDS = 6;

/**
 * The words of a text as identifiers are compared: without case, accents and punctuation. "O’Brien" is one word,
 * "Smith-Jones" two.
 */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´.]/gu, '');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Words in one order, whatever theirs was: "Doe, Jane" and "Jane Doe" are one identifier. */
export const inOneOrder = (words: readonly string[]): string => [...words].sort().join(' ');

/** How an identifier is known: as it is written and, when it has initials between full words, without them. */
export function formsOf(identifier: string): string[] {
  const words = wordsOf(identifier);
  const full = words.filter((word) => word.length > 1);
  const forms = full.length >= 2 && full.length < words.length ? [words, full] : [words];
  return words.length === 0 ? [] : forms.map(inOneOrder);
}
