import { plainLetter } from './letters.js';

/** A run of letters, or of digits. */
export interface Word {
  /** In the plain text */
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  readonly capital: boolean;
  readonly letters: boolean;
}

const RUN = /\p{L}+|\p{Nd}+/gu;

/**
 * A text as it is searched: without accents, widths and invisible marks, in its own case and in small letters, both of the
 * same length. `place` leads back to the text as it was given.
 */
export class FoldedText {
  readonly plain: string;
  readonly lower: string;
  readonly words: readonly Word[];
  /** All in capitals, or without any: case then says nothing about what is a name */
  readonly oneCase: boolean;
  private readonly from: Int32Array;

  constructor(readonly given: string) {
    const places: number[] = [];
    let [plain, lower, at] = ['', '', 0];
    for (const letter of given) {
      const folded = letter <= '\x7e' ? letter : plainLetter(letter);
      for (const unit of folded.split('')) {
        const small = unit.toLowerCase();
        plain += unit;
        lower += small.length === 1 ? small : unit;
        places.push(at);
      }
      at += letter.length;
    }
    places.push(given.length);
    [this.plain, this.lower, this.from] = [plain, lower, Int32Array.from(places)];
    this.words = [...plain.matchAll(RUN)].map((run) => this.wordOf(run[0], run.index));
    const lettered = this.words.filter(({ letters }) => letters);
    const capitals = lettered.filter(({ capital }) => capital).length;
    const allCapitals = lettered.every(
      ({ start, end }) => plain.slice(start, end) === plain.slice(start, end).toUpperCase(),
    );
    this.oneCase = capitals === 0 || allCapitals;
  }

  /** Where a stretch of the plain text stands in the text as given; marks that follow its last letter belong to it. */
  place(start: number, end: number): { start: number; end: number } {
    const last = this.from[end - 1] ?? 0;
    const next = this.from[end] ?? this.given.length;
    // A ligature's first half ends where the whole letter does.
    return { start: this.from[start] ?? 0, end: next > last ? next : this.after(end, last) };
  }

  private after(end: number, last: number): number {
    for (let at = end; at < this.from.length; at++) if ((this.from[at] ?? 0) > last) return this.from[at] ?? 0;
    return this.given.length;
  }

  private wordOf(run: string, start: number): Word {
    const end = start + run.length;
    const letters = /^\p{L}/u.test(run);
    return { start, end, lower: this.lower.slice(start, end), capital: /^\p{Lu}/u.test(run), letters };
  }
}

/** The words of a name or a place, folded as a text is. */
export function foldedWords(value: string): Word[] {
  return [...new FoldedText(value).words];
}
