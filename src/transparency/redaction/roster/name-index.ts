import { oneSlip } from '../words/one-slip.js';
import { ORDINARY_WORDS, FRAME_WORDS } from '../words/ordinary-words.js';
import { type NameForm, readName, type ReadName } from './name-form.js';
import type { RosterEntry } from './roster-entry.js';

/** How a stretch was taken for a form of a name. */
export interface Likeness {
  readonly form: NameForm;
  readonly how: 'exact' | 'slip';
}

const LEAST_FOR_A_SLIP = 5;

/** The forms of every name of a roster, to be asked for a word as it is met in a text. */
export class NameIndex {
  readonly names: readonly ReadName[];
  private readonly exact = new Map<string, NameForm[]>();
  /** By length: a slip changes it by one at most */
  private readonly byLength = new Map<number, NameForm[]>();
  private readonly slips = new Map<string, Likeness[]>();

  constructor(entries: readonly RosterEntry[]) {
    this.names = entries.filter(({ is }) => is === 'name').map(readName);
    for (const form of this.names.flatMap(({ forms }) => forms)) {
      this.exact.set(form.text, [...(this.exact.get(form.text) ?? []), form]);
      if (form.text.length < LEAST_FOR_A_SLIP || form.nickname || form.entry.outside) continue;
      this.byLength.set(form.text.length, [...(this.byLength.get(form.text.length) ?? []), form]);
    }
  }

  /** Names that are written so, by themselves or run together; a plural or an owner's s is no part of a name. */
  alike(text: string): readonly Likeness[] {
    const whole = this.exact.get(text) ?? [];
    const owner =
      whole.length === 0 && text.length > 3 && text.endsWith('s') ? this.exact.get(text.slice(0, -1)) : null;
    return [...whole, ...(owner ?? [])].map((form) => ({ form, how: 'exact' }));
  }

  /** Names that are one slip away. An ordinary word is nobody's misspelt name. */
  misspelt(text: string): readonly Likeness[] {
    if (text.length < LEAST_FOR_A_SLIP - 1 || ORDINARY_WORDS.has(text) || FRAME_WORDS.has(text)) return [];
    const known = this.slips.get(text);
    if (known) return known;
    const near = [text.length - 1, text.length, text.length + 1].flatMap((length) => this.byLength.get(length) ?? []);
    const found = near.filter((form) => oneSlip(form.text, text)).map((form): Likeness => ({ form, how: 'slip' }));
    this.slips.set(text, found);
    return found;
  }
}
