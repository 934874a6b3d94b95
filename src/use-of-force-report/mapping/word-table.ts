import type { Words } from './mapping.js';

const SPACES = /[^\S ]|\s\s/;
const EACH_SPACES = /\s+/g;

/** As words are compared: without case, and with single spaces. */
export function plain(word: string): string {
  const trimmed = word.trim().toLowerCase();
  return SPACES.test(trimmed) ? trimmed.replace(EACH_SPACES, ' ') : trimmed;
}

const MOST_KNOWN = 5_000;

/**
 * Takes lists apart and gives words their codes. Items may hold the separator themselves ("Attack with hands, fists, legs"):
 * it parts two items only where an item that is known ends, the longest first; what is not known ends at the separator.
 */
export class WordTable {
  private readonly codes: ReadonlyMap<string, string>;
  /** Those that hold the separator themselves */
  private readonly longest: ReadonlySet<string>;
  /** Cells repeat: a few wordings stand for most rows. */
  private readonly known = new Map<string, readonly string[]>();

  constructor(
    words: Words,
    private readonly separator: string,
  ) {
    this.codes = new Map(Object.entries(words).map(([word, code]) => [compact(word, separator), code]));
    this.longest = new Set([...this.codes.keys()].filter((word) => word.includes(separator)));
  }

  codeOf(word: string): string | undefined {
    return this.codes.get(compact(word, this.separator));
  }

  /** The items of a cell, as they are written but for the spaces around them; blank ones are left out. */
  split(cell: string): readonly string[] {
    const known = this.known.get(cell);
    if (known) return known;
    const items = this.longest.size === 0 ? this.pieces(cell) : this.pieced(this.pieces(cell));
    // A copy: as a key, a piece of a larger text would keep all of that text in memory.
    if (this.known.size < MOST_KNOWN) this.known.set(Buffer.from(cell).toString(), items);
    return items;
  }

  private pieces(cell: string): string[] {
    return cell
      .split(this.separator)
      .map((piece) => piece.trim())
      .filter((piece) => piece !== '');
  }

  /** Puts together again the pieces of known items that hold the separator. */
  private pieced(pieces: readonly string[]): string[] {
    const items: string[] = [];
    for (let at = 0; at < pieces.length;) {
      const rest = pieces.slice(at);
      const width = this.widthOf(rest);
      items.push(rest.slice(0, width).join(`${this.separator} `));
      at += width;
    }
    return items;
  }

  /** How many of the first pieces are one known item; one, when none is. */
  private widthOf(pieces: readonly string[]): number {
    for (let width = pieces.length; width > 1; width--) {
      const joined = compact(pieces.slice(0, width).join(this.separator), this.separator);
      if (this.longest.has(joined)) return width;
    }
    return 1;
  }
}

/** Without spaces around separators. */
function compact(text: string, separator: string): string {
  if (!text.includes(separator)) return plain(text);
  return text
    .split(separator)
    .map((piece) => plain(piece))
    .join(separator);
}
