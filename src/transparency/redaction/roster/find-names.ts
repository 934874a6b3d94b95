import type { Found } from '../hit.js';
import type { FoldedText, Word } from '../words/folded-text.js';
import { FRAME_WORDS, ORDINARY_WORDS, PARTICLES, TITLES } from '../words/ordinary-words.js';
import type { Likeness, NameIndex } from './name-index.js';
import type { NameRun } from './name-run.js';
import type { RosterEntry } from './roster-entry.js';
import { whyName } from './why-name.js';

/** Words of the text, from `first` to `last`, that read as a form of somebody's name. */
interface Atom {
  readonly first: number;
  readonly last: number;
  readonly likenesses: readonly Likeness[];
}

const MOST_WORDS_OF_A_NAME = 5;
const MOST_SPACED_LETTERS = 20;
/** What may stand between the parts of one name: spaces, points, hyphens, commas, brackets, underscores; not much of it. */
const GAP = /^[^\p{L}\p{Nd};!?]{0,4}$/u;

/** Every stretch that names somebody of the roster. */
export function findNames(text: FoldedText, index: NameIndex): Found[] {
  const atoms = atomsOf(text, index);
  const runs = [...new Set(index.names.map(({ entry }) => entry))].flatMap((entry) => runsOf(text, atoms, entry));
  return runs
    .map((run) => extended(text, run, index))
    .filter((run) => counts(text, run))
    .map((run) => {
      const stretch = { start: text.words[run.first]?.start ?? 0, end: text.words[run.last]?.end ?? 0 };
      return { ...stretch, kind: 'name' as const, source: 'roster' as const, why: whyName(run) };
    });
}

function atomsOf(text: FoldedText, index: NameIndex): Atom[] {
  const { words } = text;
  const atoms: Atom[] = [];
  for (let first = 0; first < words.length; first++) {
    const head = words[first];
    if (!head?.letters) continue;
    const before = atoms.length;
    let [joined, pieces] = ['', 0];
    let spaced = true;
    for (let last = first; last < words.length; last++) {
      const word = words[last];
      if (!word?.letters || (last > first && !near(text, last - 1, last))) break;
      joined += word.lower;
      pieces++;
      spaced &&= word.lower.length === 1;
      if (pieces > (spaced ? MOST_SPACED_LETTERS : MOST_WORDS_OF_A_NAME)) break;
      if (spaced && pieces > 1 && pieces < 4) continue;
      const likenesses = index
        .alike(joined)
        .filter(({ form }) => pieces === 1 || !onlyFrame(words, first, last, form.pieces));
      if (likenesses.length > 0) atoms.push({ first, last, likenesses });
    }
    if (atoms.length > before) continue;
    const likenesses = index.misspelt(head.lower);
    if (likenesses.length > 0) atoms.push({ first, last: first, likenesses });
  }
  return atoms;
}

/** `is a` does not spell Isa: words of the language's frame are not pieces of one word. */
function onlyFrame(words: readonly Word[], first: number, last: number, pieces: number): boolean {
  return pieces === 1 && words.slice(first, last + 1).every(({ lower }) => FRAME_WORDS.has(lower));
}

function runsOf(text: FoldedText, atoms: readonly Atom[], entry: RosterEntry): NameRun[] {
  const runs: NameRun[] = [];
  for (const atom of atoms) {
    const likenesses = atom.likenesses.filter(({ form }) => form.entry === entry);
    if (likenesses.length === 0) continue;
    const former = runs.at(-1);
    if (!former || !continues(text, former, atom, likenesses)) {
      runs.push({ first: atom.first, last: atom.last, entry, likenesses });
    } else {
      const last = Math.max(former.last, atom.last);
      runs[runs.length - 1] = { first: former.first, last, entry, likenesses: [...former.likenesses, ...likenesses] };
    }
  }
  return runs;
}

/** Overlapping readings are one stretch; what follows belongs to it when it is another part of the name. */
function continues(text: FoldedText, former: NameRun, atom: Atom, likenesses: readonly Likeness[]): boolean {
  if (atom.first <= former.last) return true;
  const parts = new Set(former.likenesses.flatMap(({ form }) => form.parts));
  const another = likenesses.some(({ form }) => form.parts.some((part) => !parts.has(part)));
  return another && atom.first <= former.last + 3 && bridged(text, former.last, atom.first);
}

/** Between two parts of a name may stand an initial or a short particle. */
function bridged(text: FoldedText, last: number, next: number): boolean {
  for (let at = last; at < next; at++) {
    if (!near(text, at, at + 1)) return false;
    const word = at > last ? text.words[at] : undefined;
    if (word && !PARTICLES.has(word.lower) && !(word.capital && word.lower.length === 1)) return false;
  }
  return true;
}

/** Initials beside it belong to it. */
function extended(text: FoldedText, run: NameRun, index: NameIndex): NameRun {
  const initials = index.names.find(({ entry }) => entry === run.entry)?.initials ?? [];
  const isInitial = (at: number): boolean => {
    const word = text.words[at];
    const written = word?.capital === true || between(text, at).startsWith('.');
    return written && word?.lower.length === 1 && initials.includes(word.lower);
  };
  let { first, last } = run;
  while (isInitial(first - 1) && near(text, first - 1, first)) first--;
  while (isInitial(last + 1) && follows(text, last)) last++;
  return { ...run, first, last };
}

/** A point ends the sentence, unless it stands behind an initial. */
function follows(text: FoldedText, last: number): boolean {
  const gap = between(text, last);
  return /^,?\s*$/.test(gap) || (text.words[last]?.lower.length === 1 && /^\.\s?$/.test(gap));
}

/** Whether this much of a name is enough to be shown. */
function counts(text: FoldedText, { first, last, entry, likenesses }: NameRun): boolean {
  const parts = new Set(likenesses.flatMap(({ form }) => form.parts));
  const titled = TITLES.has(text.words[first - 1]?.lower ?? '');
  if (entry.outside) return parts.size > 1 || last > first || titled;
  if (text.oneCase || parts.size > 1) return true;
  return likenesses.some(({ form }) => !needsCapital(form.text, form.nickname)) || text.words[first]?.capital === true;
}

function needsCapital(word: string, nickname: boolean): boolean {
  return word.length < 3 || FRAME_WORDS.has(word) || (nickname && ORDINARY_WORDS.has(word));
}

function between(text: FoldedText, at: number): string {
  return text.plain.slice(text.words[at]?.end, text.words[at + 1]?.start);
}

function near(text: FoldedText, at: number, next: number): boolean {
  return next === at + 1 && GAP.test(between(text, at));
}
