import type { CaseworkTerms } from './casework-terms.js';
import type { CharterDocument } from './charter-document.js';

/**
 * A charter that was enacted before these terms were known says nothing of them: it gets the generic ones. What it does
 * say stands.
 */
export function completedCharter(
  stored: Omit<CharterDocument, keyof CaseworkTerms> & Partial<CaseworkTerms>,
  generic: CaseworkTerms,
): CharterDocument {
  return { ...generic, ...stored };
}
