import { codesOf, type Term, termOf } from '../../charter/index.js';

/** What is wrong with one field of what was sent, and how to mend it. `path` is a JSON pointer. */
export interface Fault {
  path: string;
  code: string;
  message: string;
}

export function faultIf(wrong: boolean, path: string, code: string, message: string): Fault[] {
  return wrong ? [{ path, code, message }] : [];
}

/** A code must be a word of the charter; one that was not given is no fault. */
export function termFaults(path: string, terms: readonly Term[], code: string | undefined): Fault[] {
  const unknown = code !== undefined && termOf(terms, code) === null;
  return faultIf(unknown, path, 'not-in-charter', `The charter does not know this code. It knows: ${codesOf(terms)}.`);
}
