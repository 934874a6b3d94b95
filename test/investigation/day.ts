import { dayOf, isoOf } from '../../src/deadline/index.js';
import { localDay } from '../../src/shared/local-day.js';

/** A day of Riverton, so many days from today by the calendar. */
export function day(ahead = 0): string {
  return isoOf(dayOf(localDay(new Date(), 'America/Chicago')) + ahead);
}
