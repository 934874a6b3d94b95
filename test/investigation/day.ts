import { localDay } from '../../src/shared/local-day.js';

/** A day of Riverton, so many days from today. */
export function day(ahead = 0): string {
  return localDay(new Date(Date.now() + ahead * 86_400_000), 'America/Chicago');
}
