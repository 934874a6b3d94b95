import { randomBytes } from 'node:crypto';
import { BloomFilter, FALSE_POSITIVES } from './bloom-filter.js';
import { formsOf, inOneOrder, MOST_WORDS, wordsOf } from './identifier-words.js';

/** The board's names, badge numbers and other direct identifiers, as a filter that can be given to a verifier. */
export interface RosterFile {
  readonly format: 'redress-roster';
  readonly entries: number;
  readonly longest: number;
  readonly falsePositives: number;
  readonly salt: string;
  /** The bits in base64. */
  readonly filter: string;
}

/** @param identifiers one each: a name, a badge number, an address; how it is written does not matter */
export function bloomOf(identifiers: Iterable<string>, salt = randomBytes(16).toString('hex')): RosterFile {
  const forms = new Set([...identifiers].flatMap(formsOf));
  const filter = BloomFilter.for(forms.size, salt);
  for (const form of forms) filter.add(form);
  const longest = [...forms].reduce((most, form) => Math.max(most, form.split(' ').length), 0);
  return {
    format: 'redress-roster',
    entries: forms.size,
    longest: Math.min(longest, MOST_WORDS),
    falsePositives: filter.falsePositives,
    salt,
    filter: Buffer.from(filter.bytes).toString('base64'),
  };
}

/** Whether cells hold an identifier, in whatever case, accents, punctuation and order of words. */
export class Roster {
  private constructor(
    private readonly mayHold: (form: string) => boolean,
    private readonly longest: number,
  ) {}

  /** By the filter alone: of a million lookups of strangers one may be taken for a member, and is refused. */
  static ofFilter(file: RosterFile, exact: Iterable<string> | null = null): Roster {
    const filter = new BloomFilter(Buffer.from(file.filter, 'base64'), file.salt);
    const forms = exact === null ? null : new Set([...exact].flatMap(formsOf));
    return new Roster((form) => filter.has(form) && forms?.has(form) !== false, file.longest);
  }

  /** Whether neighbouring words of the cell are together an identifier. */
  names(cell: string): boolean {
    const words = wordsOf(cell);
    for (let from = 0; from < words.length; from++)
      for (let to = from + 1; to <= Math.min(words.length, from + this.longest); to++)
        if (this.mayHold(inOneOrder(words.slice(from, to)))) return true;
    return false;
  }
}

/** What is wrong with a file that should be a roster's filter, or null. What it says of itself is recounted. */
export function rosterProblem(json: unknown): string | null {
  if (typeof json !== 'object' || json === null || !('format' in json) || json.format !== 'redress-roster')
    return 'it is not a roster made by `redress verify roster`';
  const { salt, filter, longest } = json as Partial<Record<keyof RosterFile, unknown>>;
  if (typeof salt !== 'string' || typeof filter !== 'string' || !Number.isInteger(longest)) return 'it is incomplete';
  const { falsePositives } = new BloomFilter(Buffer.from(filter, 'base64'), salt);
  if (!(falsePositives > 0) || Number(longest) < 1) return 'it holds no identifier';
  return falsePositives > FALSE_POSITIVES ? 'it takes more than one stranger in a million for a member' : null;
}
