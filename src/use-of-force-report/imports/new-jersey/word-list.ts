/** What a cell says: the codes of its items in its order, each of them once (null: nothing said), and how many we do not know. */
export interface Items {
  codes: readonly string[];
  distinct: readonly string[] | null;
  unknown: number;
}

const NOTHING_SAID = new Set(['', 'Not Provided', 'N/A']);

/**
 * Takes a cell that holds a list apart. Items contain commas themselves ("Attack with Hands,fists,legs"), so a comma
 * parts two items only where an item that we know ends, the longest first; what we do not know becomes `other`.
 */
export class WordList {
  private readonly words: readonly (readonly [string, string])[];
  /** Cells repeat: a few thousand wordings stand for all the rows. */
  private readonly known = new Map<string, Items>();

  /** @param codes by the source's own wording */
  constructor(codes: Readonly<Record<string, string>>) {
    this.words = Object.entries(codes).sort(([one], [other]) => other.length - one.length);
  }

  read(cell: string): Items {
    const known = this.known.get(cell);
    if (known) return known;
    const items = this.split(cell.trim());
    // A copy: as a key, a piece of a larger text would keep all of that text in memory.
    if (this.known.size < 20_000) this.known.set(Buffer.from(cell).toString(), items);
    return items;
  }

  private split(cell: string): Items {
    const codes: string[] = [];
    let unknown = 0;
    for (let rest = cell; rest !== '';) {
      const [wording, code] = this.words.find(([word]) => endsThere(rest, word)) ?? [upToComma(rest), null];
      if (code !== null) codes.push(code);
      else if (!NOTHING_SAID.has(wording.trim())) {
        codes.push('other');
        unknown++;
      }
      rest = rest.slice(wording.length).replace(/^\s*,?\s*/, '');
    }
    return { codes, distinct: codes.length === 0 ? null : [...new Set(codes)], unknown };
  }
}

function endsThere(text: string, word: string): boolean {
  return text.startsWith(word) && /^\s*(?:,|$)/.test(text.slice(word.length, word.length + 8));
}

function upToComma(text: string): string {
  return /^[^,]*/.exec(text)?.[0] ?? '';
}

/** The code of a cell that says one thing, known to us; null else. */
export function oneOf({ codes, unknown }: Pick<Items, 'codes' | 'unknown'>): string | null {
  return codes.length === 1 && unknown === 0 ? (codes[0] ?? null) : null;
}
