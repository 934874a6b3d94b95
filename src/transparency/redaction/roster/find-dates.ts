import type { Found } from '../hit.js';
import { writtenDays } from '../words/dates.js';
import type { FoldedText } from '../words/folded-text.js';
import type { RosterEntry } from './roster-entry.js';

/** Every day that is written out, with whose day it is where the roster knows it. */
export function findDates({ lower }: FoldedText, entries: readonly RosterEntry[]): Found[] {
  const known = entries.filter(({ is }) => is === 'date');
  return writtenDays(lower).map(({ start, end, days, year }) => {
    const meant = known.find(({ value }) => {
      return days.includes(value.slice(5)) && (year === null || year === value.slice(2, 4));
    });
    if (meant) return { start, end, kind: 'date', source: 'roster', why: meant.of };
    return { start, end, kind: 'date', source: 'pattern', why: 'an exact day' };
  });
}
