import type { FaultCode } from './fault-codes.js';
import { type ReadReport, readReport } from './read-report.js';
import type { Terms } from './terms.js';

/** Faults that say that text stands where something else is wanted; a report has at most 50 faults at a time. */
const MENDED: Partial<Record<FaultCode, (text: string) => unknown>> = {
  'not-a-whole-number': (text) => (/^-?\d{1,9}$/.test(text) ? Number(text) : undefined),
  'not-a-number': (text) => (/^-?\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : undefined),
  'not-yes-or-no': (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  'not-a-list': (text) => [text],
};
const MOST_ROUNDS = 40;

/**
 * A report in which everything is text, as in XML: where the rules want a number, a yes or no, or a list, and the text says
 * one, it becomes one. So the rules alone say what is what. Changes what it is given.
 */
export function readToldAsText(told: unknown, terms: Terms): ReadReport {
  let read = readReport(told, terms);
  for (let round = 0; 'faults' in read && round < MOST_ROUNDS; round++) {
    let mended = false;
    for (const { path, code } of read.faults) mended = mendAt(told, path, MENDED[code as FaultCode]) || mended;
    if (!mended) return read;
    read = readReport(told, terms);
  }
  return read;
}

function mendAt(told: unknown, path: string, mend: ((text: string) => unknown) | undefined): boolean {
  if (!mend) return false;
  const steps = path.slice(1).split('/');
  const last = steps.pop() ?? '';
  let at = told;
  for (const step of steps) at = (at as Record<string, unknown> | undefined)?.[step];
  const parent = at as Record<string, unknown> | undefined;
  const text = parent?.[last];
  const value = typeof text === 'string' && parent ? mend(text) : undefined;
  if (value === undefined || !parent) return false;
  parent[last] = value;
  return true;
}
