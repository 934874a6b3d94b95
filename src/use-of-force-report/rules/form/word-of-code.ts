import { wordsOf } from '../profile/code-index.js';
import type { CodeList } from '../profile/profile-document.js';

/** The canonical words of a code; two where the code stands for two elements together. */
export interface CodeWords {
  word: string;
  second: string | null;
}

/** What each of a list's codes is read back as: the first word that stands for it, or the first pair where pairs do. */
export function wordsByCode(list: CodeList, inPairs: boolean): ReadonlyMap<string, CodeWords> {
  return new Map(
    list.codes.map((listed) => {
      const words = wordsOf(listed, list);
      const pair = inPairs ? words.find((each) => each.includes('/')) : undefined;
      const [word = listed.code, second = null] = pair === undefined ? [words[0]] : pair.split('/');
      return [listed.code, { word, second }] as const;
    }),
  );
}
