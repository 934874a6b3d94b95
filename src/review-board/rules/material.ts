import type { Refusal } from './refusal.js';

export interface MaterialAsked {
  kind: 'evidence' | 'letter' | 'summary' | 'link';
  seenBy: string;
  url: string | null;
  referenceId: string | null;
  /** Of the item */
  complaintId: string | null;
  closed: boolean;
}

/** Papers of a case are named and stay behind its walls; the public is given links, and under open items of no case alone. */
export function materialRefused({
  kind,
  seenBy,
  url,
  referenceId,
  complaintId,
  closed,
}: MaterialAsked): Refusal | null {
  if (kind === 'link' ? !url || referenceId : url || !referenceId)
    return {
      code: 'material-incomplete',
      message: 'A link has a url; evidence, letter and summary have a referenceId.',
    };
  if (kind !== 'link' && complaintId === null)
    return {
      code: 'material-incomplete',
      message: 'Evidence, letters and summaries belong to a case: this item has none.',
    };
  if (seenBy !== 'public' || (kind === 'link' && complaintId === null && !closed)) return null;
  return {
    code: 'material-not-public',
    message: 'The public is given links, and under open items that are about no case.',
  };
}
