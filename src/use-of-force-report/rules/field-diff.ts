import { responseState } from './answer.js';
import { changedFields } from './changed-fields.js';

/** One field before and after; null: it was not told. A person who was added or left out is one field. */
export interface FieldChange {
  /** JSON pointer into the report */
  path: string;
  before: unknown;
  after: unknown;
}

/** Where two tellings of a report differ, with what stood and what stands. */
export function fieldDiff(before: unknown, after: unknown): FieldChange[] {
  return changedFields(before, after).map((path) => ({
    path,
    before: valueAt(before, path),
    after: valueAt(after, path),
  }));
}

/** The changes that a supplement does not make: it adds what was not told or pending, and alters no answer. */
export function beyondSupplement(changes: readonly FieldChange[]): FieldChange[] {
  return changes.filter(({ before }) => !['pending', 'not_asked'].includes(responseState(before)));
}

/** The fields of a report need no escapes in a pointer. */
function valueAt(told: unknown, path: string): unknown {
  let at = told;
  for (const step of path.split('/').slice(1)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return null;
    at = (at as Record<string, unknown>)[step];
  }
  return at ?? null;
}
