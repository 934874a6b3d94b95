import type { Term } from './charter-document.js';

/** The term of that code; null when the charter does not know it. */
export function termOf<T extends Term>(terms: readonly T[], code: string): T | null {
  return terms.find((term) => term.code === code) ?? null;
}

/** For an error message: the codes that would have done. */
export function codesOf(terms: readonly Term[]): string {
  return terms.map((term) => term.code).join(', ');
}
