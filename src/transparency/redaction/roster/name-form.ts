import { FRAME_WORDS, PARTICLES, TITLES } from '../words/ordinary-words.js';
import { foldedWords } from '../words/folded-text.js';
import { nicknamesOf } from '../words/nicknames.js';
import type { RosterEntry } from './roster-entry.js';

/** One way in which somebody's name, or a part of it, is written: folded, without spaces. */
export interface NameForm {
  readonly entry: RosterEntry;
  readonly text: string;
  /** Which of the name's words it stands for */
  readonly parts: readonly number[];
  /** The words that it is run together from; one for a word by itself */
  readonly pieces: number;
  readonly nickname: boolean;
}

/** A name taken apart. Its initials are those of its words, in order. */
export interface ReadName {
  readonly entry: RosterEntry;
  readonly initials: readonly string[];
  readonly forms: readonly NameForm[];
  /** Hangul, kana, Han, Thai: written without spaces, so looked for as a stretch */
  readonly unspaced: string | null;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;
const MOST_RUN_TOGETHER = 5;

/** `Smith, John` and `John Smith` alike; titles and `Jr.` are not part of the name, an apostrophe is no gap in it. */
export function readName(entry: RosterEntry): ReadName {
  const closed = entry.value.replace(/(?<=\p{L})['’ʼ‘`](?=\p{L})/gu, '');
  const [family = '', given] = closed.split(/,(.*)/s);
  const inOrder = given !== undefined && /\p{L}/u.test(given) ? `${given} ${family}` : closed;
  const words = foldedWords(inOrder)
    .filter(({ letters }) => letters)
    .map(({ lower }) => lower)
    .filter((word, _, all) => !TITLES.has(word) || all.length === 1);
  const full = words.filter((word) => word.length === 1 || !PARTICLES.has(word));
  const unspaced = UNSPACED.test(closed)
    ? foldedWords(closed)
        .map(({ lower }) => lower)
        .join('')
    : null;
  return { entry, initials: full.map((word) => word.charAt(0)), forms: formsOf(entry, words), unspaced };
}

function formsOf(entry: RosterEntry, words: readonly string[]): NameForm[] {
  const forms: NameForm[] = [];
  const add = (text: string, parts: number[], pieces: number, nickname = false): void => {
    forms.push({ entry, text, parts, pieces, nickname });
  };
  words.forEach((word, at) => {
    if (word.length > 1 && (!PARTICLES.has(word) || words.length === 1)) add(word, [at], 1);
    if (at < words.length - 1 || words.length === 1) for (const other of nicknamesOf(word)) add(other, [at], 1, true);
    for (let end = at + 2; end <= Math.min(words.length, at + MOST_RUN_TOGETHER); end++) {
      const run = words.slice(at, end);
      if (run.some((piece) => piece.length > 1 && !FRAME_WORDS.has(piece)))
        add(run.join(''), range(at, end), run.length);
    }
  });
  const [first, last] = [words[0], words.at(-1)];
  if (first !== undefined && last !== undefined && words.length > 1) {
    // As in addresses of mail and names of accounts: smithjohn, jsmith, smithj, johns.
    const ends = [0, words.length - 1];
    add(last + first, ends, 2);
    if (last.length > 2) add(first.charAt(0) + last, ends, 2);
    if (last.length > 2) add(last + first.charAt(0), ends, 2);
  }
  return forms;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
