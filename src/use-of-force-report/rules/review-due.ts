import type { ReviewLevel } from '../../charter/index.js';
import { localDay } from '../../shared/local-day.js';
import { startOfDay } from './start-of-day.js';

const HOUR = 3_600_000;
const DAY = 86_400_000;

/**
 * The moment from which a level's decision is late. Hours run from when the report came to the level; days end with the day
 * on the clocks of the place, and the day on which it came does not count.
 */
export function reviewDue({ within }: Pick<ReviewLevel, 'within'>, openedAt: Date, timeZone: string): Date {
  if (within.unit === 'hours') return new Date(openedAt.getTime() + within.count * HOUR);
  const opened = Date.parse(`${localDay(openedAt, timeZone)}T00:00:00Z`);
  const dayAfterLast = new Date(opened + (within.count + 1) * DAY).toISOString().slice(0, 10);
  return startOfDay(dayAfterLast, timeZone);
}
