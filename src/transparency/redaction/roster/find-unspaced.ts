import type { Found } from '../hit.js';
import type { FoldedText } from '../words/folded-text.js';
import type { NameIndex } from './name-index.js';

/** Names in scripts without spaces, wherever they stand in a run of letters; spaces within them do not hide them. */
export function findUnspaced(text: FoldedText, { names }: NameIndex): Found[] {
  return names.flatMap(({ entry, unspaced }): Found[] => {
    if (unspaced === null || [...unspaced].length < 2) return [];
    const spaced = new RegExp([...unspaced].join('[\\s·・]?'), 'gu');
    return [...text.lower.matchAll(spaced)].map(({ 0: words, index }) => {
      return {
        start: index,
        end: index + words.length,
        kind: 'name',
        source: 'roster',
        why: `the name of ${entry.of}`,
      };
    });
  });
}
