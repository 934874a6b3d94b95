import { isUnanswered } from './answer.js';
import { isFields } from './field-table.js';

/**
 * Where two tellings of a report differ, as JSON pointers, for the history: the names of the fields and none of their
 * values. A list of words is one field; a person who was added or left out is one too.
 */
export function changedFields(before: unknown, after: unknown, path = ''): string[] {
  if (isBranch(before, path) && isBranch(after, path)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) => changedFields(before[name], after[name], `${path}/${name}`));
  }
  return sameLeaf(before, after) ? [] : [path];
}

/** A report and each of its people is one; an object in the place of a value says why there is none, and is a leaf. */
function isBranch(value: unknown, path: string): value is Record<string, unknown> {
  if (isUnanswered(value)) return path === '' || /\/\d+$/.test(path);
  return Array.isArray(value) && value.some(isFields);
}

/** Null is the same as not told. */
function sameLeaf(before: unknown, after: unknown): boolean {
  return JSON.stringify(before ?? null) === JSON.stringify(after ?? null);
}
