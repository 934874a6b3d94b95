import type { CharterDocument } from '../../charter/index.js';

/** What a report is measured by: the charter's words, and the day that it is where the reports come from. */
export interface Terms {
  races: ReadonlySet<string>;
  genders: ReadonlySet<string>;
  forceTypes: ReadonlySet<string>;
  /** YYYY-MM-DD in the jurisdiction's time zone */
  today: string;
}

export function termsOf(charter: CharterDocument, today: string): Terms {
  const codes = (terms: readonly { code: string }[]): Set<string> => new Set(terms.map((term) => term.code));
  const { people, useOfForce } = charter;
  return {
    races: codes(people.races),
    genders: codes(people.genders),
    forceTypes: codes(useOfForce.forceTypes),
    today,
  };
}
