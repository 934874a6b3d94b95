import type { ListSort } from './list-cursor.js';
import type { ListFilter } from './list-question.js';

/** How often whoever saved it is told what is new: never, within minutes, once a day, once in seven days. */
export const CADENCES = ['none', 'each', 'daily', 'weekly'] as const;
export type Cadence = (typeof CADENCES)[number];

/** What is asked again and again. It holds codes, days and ids, and a district as it is written in the cases. */
export interface SavedQuestion {
  filter: ListFilter;
  sort: ListSort;
}

/** A search that finds more cases than this gives no alerts: nobody could read them, and each look would cost as much. */
export const MOST_WATCHED = 5000;
/** Of one person. */
export const MOST_SEARCHES = 100;

const DAY_MS = 86_400_000;

/** Whether it is to be looked at now. Days are YYYY-MM-DD where the agency is: a day begins there, whenever the job runs. */
export function isDue(cadence: Cadence, lookedOn: string, today: string): boolean {
  const days = (Date.parse(today) - Date.parse(lookedOn)) / DAY_MS;
  const wait: Record<Cadence, number> = { none: Infinity, each: -Infinity, daily: 1, weekly: 7 };
  return days >= wait[cadence];
}
