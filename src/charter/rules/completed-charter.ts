import type { CaseworkTerms } from './casework-terms.js';
import type { CharterDocument } from './charter-document.js';

type Complainants = CaseworkTerms['complainants'];

/**
 * A charter that was enacted before these terms were known says nothing of them: it gets the generic ones. What it does
 * say stands.
 */
export function completedCharter(
  stored: Omit<CharterDocument, keyof CaseworkTerms> &
    Partial<Omit<CaseworkTerms, 'complainants'> & { complainants: Partial<Complainants> }>,
  generic: CaseworkTerms,
): CharterDocument {
  return { ...generic, ...stored, complainants: { ...generic.complainants, ...stored.complainants } };
}
