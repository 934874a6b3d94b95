import type { Found } from '../hit.js';
import { foldedWords, type FoldedText } from '../words/folded-text.js';
import type { RosterEntry } from './roster-entry.js';

/** So many words in a row are a quotation, not chance. */
const LEAST_WORDS = 8;

/** Stretches taken from what somebody told word by word: how a person tells a thing may name them to those who know them. */
export function findOwnWords(text: FoldedText, entries: readonly RosterEntry[]): Found[] {
  return entries.filter(({ is }) => is === 'narrative').flatMap((entry) => quotationsOf(text, entry));
}

function quotationsOf({ words }: FoldedText, { of, value }: RosterEntry): Found[] {
  const told = foldedWords(value).map(({ lower }) => lower);
  const runs = new Set(told.slice(LEAST_WORDS - 1).map((_, at) => told.slice(at, at + LEAST_WORDS).join(' ')));
  if (runs.size === 0) return [];
  const spoken = words.map(({ lower }) => lower);
  const hits: Found[] = [];
  for (let first = 0; first + LEAST_WORDS <= words.length; first++) {
    let last = first;
    while (runs.has(spoken.slice(last, last + LEAST_WORDS).join(' '))) last++;
    if (last === first) continue;
    last += LEAST_WORDS - 2;
    hits.push({
      ...{ start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 },
      ...{ kind: 'own-words', source: 'roster', why: `${last - first + 1} words in a row as in ${of}` },
    });
    first = last;
  }
  return hits;
}
