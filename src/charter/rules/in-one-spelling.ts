import type { ForceProfile } from './force-profile-terms.js';
import type { ReportingTerms } from './reporting-terms.js';

/** A programme whose rules are a profile's is called by the profile's id. Older charters wrote `new_jersey` for `new-jersey`. */
export function inOneSpelling(terms: ReportingTerms, profiles: readonly ForceProfile[]): ReportingTerms {
  const { programmes } = terms;
  // What has not the form of a charter is refused by the schema, which comes after this.
  if (![programmes, profiles].every((list) => Array.isArray(list))) return terms;
  const ids = new Set(profiles.map(({ profile }) => profile));
  const codes = new Set(programmes.map(({ code }) => code));
  const spelt = (code: unknown): string | null => {
    const id = typeof code === 'string' ? code.replaceAll('_', '-') : '';
    return ids.has(id) && !codes.has(id) ? id : null;
  };
  const named = programmes.map((programme) => {
    const id = spelt(programme.code);
    return id === null ? programme : { ...programme, code: id };
  });
  return { ...terms, programmes: named };
}
