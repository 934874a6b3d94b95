import type { CodeList, ListedCode } from './profile-document.js';
import { wordForm } from './word-form.js';

/** A list of codes, to be looked up by a record's words. */
export interface CodeIndex {
  /** the programme's code of a word (and of a second, that tells codes of the first apart); undefined: it has none */
  codeOf: (word: unknown, second?: unknown) => string | undefined;
  standsAlone: (code: string) => boolean;
  /** what would have done, for a message */
  words: readonly string[];
}

export function indexCodes(list: CodeList): CodeIndex {
  const byWord = new Map(list.codes.flatMap((listed) => wordsOf(listed, list).map((word) => [word, listed.code])));
  const alone = new Set(list.alone);
  return {
    codeOf: (word, second) => codeIn(byWord, word, second),
    standsAlone: (code) => alone.has(code),
    words: list.codes.map((listed) => wordsOf(listed, list)[0] ?? listed.code),
  };
}

/** Every word that stands for a code: the canonical ones, its label as a word, and the code where codes are words. */
export function wordsOf({ code, label, from = [] }: ListedCode, list: CodeList): string[] {
  return [...new Set([...from, wordForm(label), ...(list.codesAreWords ? [code] : [])])];
}

function codeIn(byWord: ReadonlyMap<string, string>, word: unknown, second: unknown): string | undefined {
  if (typeof word === 'boolean') return byWord.get(String(word));
  if (typeof word !== 'string') return undefined;
  if (typeof second === 'string') {
    const both = byWord.get(`${wordForm(word)}/${wordForm(second)}`);
    if (both !== undefined) return both;
  }
  return byWord.get(word) ?? byWord.get(wordForm(word));
}
