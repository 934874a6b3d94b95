import { findPatterns } from '../patterns/find-patterns.js';
import { FoldedText } from '../words/folded-text.js';
import type { RosterEntry } from './roster-entry.js';

/** A contact as somebody told it: its numbers, the name in its e-mail address, and whatever is left as a place. */
export function contactEntries({ of, value, outside }: RosterEntry): RosterEntry[] {
  const text = new FoldedText(value);
  const entries: RosterEntry[] = [];
  const add = (is: RosterEntry['is'], what: string, part: string): void => {
    entries.push({ is, of: `${what} of ${of}`, value: part, ...(outside === undefined ? {} : { outside }) });
  };
  let rest = text.plain;
  const take = (start: number, end: number): string => {
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
    return text.plain.slice(start, end);
  };
  const found = findPatterns(text);
  for (const { kind, start, end } of found) {
    if (kind === 'e-mail' || kind === 'web')
      add('number', kind === 'web' ? 'the account' : 'the e-mail address', take(start, end));
  }
  for (const { kind, start, end } of found) {
    const part = rest.slice(start, end);
    if (kind !== 'address' && /\d{3}/.test(part) && part.trim() === part) add('number', 'the number', take(start, end));
  }
  for (const { 0: digits } of rest.matchAll(/\d(?:[-. ()/]{0,2}\d){5,}/g)) add('number', 'the number', digits);
  if (/\p{L}{2}/u.test(rest)) add('place', 'the contact', rest.replace(/\s+/g, ' ').trim());
  return entries;
}
