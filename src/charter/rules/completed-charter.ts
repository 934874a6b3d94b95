import { CASE_ENDS, type CaseEnd, type CaseworkTerms, type RetentionClass } from './casework-terms.js';
import type { CharterDocument } from './charter-document.js';
import { inOneSpelling } from './in-one-spelling.js';

type Complainants = CaseworkTerms['complainants'];
type Closing = CaseworkTerms['closing'];
type StoredClosing = Pick<Closing, 'reasons' | 'retentionClasses'> & Partial<Closing>;
type Investigation = CaseworkTerms['investigation'];

/**
 * A charter that was enacted before these terms were known says nothing of them: it gets the generic ones. What it does
 * say stands.
 */
export function completedCharter(
  stored: Omit<CharterDocument, keyof CaseworkTerms> &
    Partial<
      Omit<CaseworkTerms, 'complainants' | 'closing' | 'investigation'> & {
        complainants: Partial<Complainants>;
        closing: StoredClosing;
        investigation: Partial<Investigation>;
      }
    >,
  generic: CaseworkTerms,
): CharterDocument {
  const forceProfiles = stored.forceProfiles ?? generic.forceProfiles;
  return {
    ...generic,
    ...stored,
    complainants: { ...generic.complainants, ...stored.complainants },
    investigation: { ...generic.investigation, ...stored.investigation },
    forceReporting: inOneSpelling({ ...generic.forceReporting, ...stored.forceReporting }, forceProfiles),
    closing: stored.closing ? completedClosing(stored.closing, generic.closing) : generic.closing,
  };
}

/** Generic words stand for a place's own only where it has them. An end that it says nothing of is kept the longest it knows. */
function completedClosing(stored: StoredClosing, generic: Closing): Closing {
  // What has not the form of a charter is refused by the schema, which comes after this.
  if (!Array.isArray(stored.reasons) || !Array.isArray(stored.retentionClasses)) return { ...generic, ...stored };
  const knows = (terms: readonly { code: string }[], code: string | null): boolean =>
    terms.some((term) => term.code === code);
  const longest = [...stored.retentionClasses].sort(longerFirst)[0]?.code ?? null;
  const end = (name: CaseEnd): [CaseEnd, string | null] => [
    name,
    knows(stored.retentionClasses, generic.ends[name]) ? generic.ends[name] : longest,
  ];
  const reason = knows(stored.reasons, generic.duplicateReason) ? generic.duplicateReason : null;
  return {
    ends: Object.fromEntries(CASE_ENDS.map(end)) as Closing['ends'],
    duplicateReason: reason,
    ...stored,
  };
}

function longerFirst(one: RetentionClass, other: RetentionClass): number {
  return (other.years ?? Infinity) - (one.years ?? Infinity) || 0;
}
