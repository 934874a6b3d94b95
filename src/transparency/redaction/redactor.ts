import type { Found, Hit } from './hit.js';
import { findPatterns } from './patterns/find-patterns.js';
import { contactEntries } from './roster/contact-entries.js';
import { findDates } from './roster/find-dates.js';
import { findInitials } from './roster/find-initials.js';
import { findNames } from './roster/find-names.js';
import { findNumbers } from './roster/find-numbers.js';
import { findOwnWords } from './roster/find-own-words.js';
import { findPlaces } from './roster/find-places.js';
import { findUnspaced } from './roster/find-unspaced.js';
import { NameIndex } from './roster/name-index.js';
import type { RosterEntry } from './roster/roster-entry.js';
import { settle } from './settle.js';
import { suggestNames } from './suggest-names.js';
import { FoldedText } from './words/folded-text.js';

/** Shows what in a text may tell who somebody is, by a case's own roster and by form. It changes nothing. */
export class Redactor {
  private readonly entries: readonly RosterEntry[];
  private readonly names: NameIndex;

  constructor(roster: readonly RosterEntry[]) {
    this.entries = roster.flatMap((entry) => (entry.is === 'contact' ? contactEntries(entry) : [entry]));
    this.names = new NameIndex(this.entries);
  }

  /** Every hit, in the order of the text. `suggesting` adds what a language model of names supposes: slower, and half right. */
  hits(given: string, { suggesting = true }: { suggesting?: boolean } = {}): Hit[] {
    const text = new FoldedText(given);
    const found: Found[] = [
      ...findNames(text, this.names),
      ...findInitials(text, this.names),
      ...findUnspaced(text, this.names),
      ...findNumbers(text, this.entries),
      ...findDates(text, this.entries),
      ...findPlaces(text, this.entries),
      ...findOwnWords(text, this.entries),
      ...findPatterns(text),
    ].map((hit) => ({ ...hit, ...text.place(hit.start, hit.end) }));
    const all = settle(suggesting ? [...found, ...suggestNames(given)] : found);
    return all.map((hit) => ({ ...hit, words: given.slice(hit.start, hit.end) }));
  }
}
