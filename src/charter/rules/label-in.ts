import type { Term } from './term.js';

/** A term's word for a reader, and the language it is in: the charter's own where it has no other. */
export interface ReadLabel {
  text: string;
  /** Undefined: in the language that was asked for */
  language: string | undefined;
}

/** Charters are written in English; a term may have its label in other languages beside. */
export const CHARTER_LANGUAGE = 'en';

export function labelIn({ label, labels }: Term, language: string): ReadLabel {
  const own = labels?.[language];
  if (own !== undefined) return { text: own, language: undefined };
  return { text: label, language: language === CHARTER_LANGUAGE ? undefined : CHARTER_LANGUAGE };
}
