import type { Refusal } from './refusal.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** People gather, and clocks differ; more than this would be another time than the one announced. */
const EARLY_MINUTES = 15;
/** A date farther off is a slip of the pen in the year. */
const FARTHEST_DAYS = 366;

export function scheduleRefused(startsAt: Date, now: Date): Refusal | null {
  const ahead = startsAt.getTime() - now.getTime();
  if (ahead <= 0) return { code: 'meeting-in-the-past', message: 'A meeting is scheduled for a time to come.' };
  if (ahead <= FARTHEST_DAYS * DAY) return null;
  return {
    code: 'meeting-too-far',
    message: `A meeting is scheduled at most ${FARTHEST_DAYS} days ahead: check the year.`,
  };
}

/** The public was told when to come: the doors do not open before. */
export function openingRefused(startsAt: Date, now: Date): Refusal | null {
  if (now.getTime() >= startsAt.getTime() - EARLY_MINUTES * MINUTE) return null;
  return {
    code: 'too-early',
    message: `A meeting opens at its announced time, ${EARLY_MINUTES} minutes before at the earliest.`,
  };
}
