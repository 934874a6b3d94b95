import type { CopyValue } from '../../../platform/bulk/copy-line.js';
import { isUnanswered } from '../../rules/answer.js';

const places = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/**
 * What was told, as it is staged: elements that have a column, then `answers` with the others, then `unanswered`, which says of
 * those without a value why. Both as JSON, and null when there are none. `besides`: an element that is kept elsewhere.
 */
export function inColumns(
  told: Readonly<Record<string, unknown>>,
  columns: readonly string[],
  besides?: string,
): CopyValue[] {
  const values: CopyValue[] = new Array<CopyValue>(columns.length + 2).fill(null);
  let answers: Record<string, unknown> | null = null;
  let unanswered: Record<string, unknown> | null = null;
  const placeOf = placesIn(columns);
  for (const name in told) {
    const value = told[name];
    if (value === null || value === undefined || name === besides) continue;
    const place = placeOf.get(name);
    if (isUnanswered(value)) (unanswered ??= {})[name] = value.state;
    else if (place === undefined) (answers ??= {})[name] = value;
    else values[place] = value as CopyValue;
  }
  if (answers) values[columns.length] = JSON.stringify(answers);
  if (unanswered) values[columns.length + 1] = JSON.stringify(unanswered);
  return values;
}

function placesIn(columns: readonly string[]): ReadonlyMap<string, number> {
  const known = places.get(columns);
  if (known) return known;
  const made = new Map(columns.map((column, index) => [column, index]));
  places.set(columns, made);
  return made;
}
