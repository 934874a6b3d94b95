import type { Found } from '../hit.js';
import { foldedWords, type FoldedText, type Word } from '../words/folded-text.js';
import { FRAME_WORDS, ORDINARY_WORDS } from '../words/ordinary-words.js';
import { plainStreetWord, STREET_WORDS } from '../words/street-words.js';
import type { RosterEntry } from './roster-entry.js';

/** A word that would not be missed: it says where by itself, or together with the one beside it. */
const counts = ({ lower }: Word): boolean => !FRAME_WORDS.has(lower);
const tellsAlone = ({ lower, letters, capital }: Word): boolean =>
  letters && capital && lower.length > 3 && !ORDINARY_WORDS.has(lower) && !STREET_WORDS.has(lower);

/** Two words in the roster's order, or one proper name of it: a house number and a street, a park, a shop. */
export function findPlaces(text: FoldedText, entries: readonly RosterEntry[]): Found[] {
  return entries.filter(({ is }) => is === 'place').flatMap((entry) => placesOf(text, entry));
}

function placesOf(text: FoldedText, { of, value }: RosterEntry): Found[] {
  const told = foldedWords(value)
    .filter(counts)
    .map((word) => ({ ...word, lower: plainStreetWord(word.lower) }));
  const pairs = new Set(told.slice(1).map(({ lower }, at) => `${told[at]?.lower ?? ''} ${lower}`));
  const alone = new Set(told.filter(tellsAlone).map(({ lower }) => lower));
  const words = text.words.filter(counts).map((word) => ({ ...word, lower: plainStreetWord(word.lower) }));
  const hits: Found[] = [];
  for (let first = 0; first < words.length; first++) {
    let last = first;
    while (
      pairs.has(`${words[last]?.lower ?? ''} ${words[last + 1]?.lower ?? ''}`) &&
      close(words[last], words[last + 1])
    )
      last++;
    const [start, end] = [words[first]?.start ?? 0, words[last]?.end ?? 0];
    if (last > first || tells(text, words[first], alone))
      hits.push({ start, end, kind: 'place', source: 'roster', why: of });
    first = last;
  }
  return hits;
}

function tells(text: FoldedText, word: Word | undefined, alone: ReadonlySet<string>): boolean {
  return word !== undefined && alone.has(word.lower) && (word.capital || text.oneCase);
}

/** A sentence between them makes two words of them. */
function close(word: Word | undefined, next: Word | undefined): boolean {
  return word !== undefined && next !== undefined && next.start - word.end < 12;
}
