export const REVIEW_DECISIONS = ['accept', 'return', 'refer', 'skip'] as const;
/**
 * `accept`: it stands as told, and goes to the next level; from the last one it is accepted. `refer`: the same, and what was
 * done goes to the board or into a complaint. `return`: the department tells it anew. `skip`: this level lets it past unseen.
 */
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

export const REFERRED_TO = ['board', 'complaint'] as const;
export type ReferredTo = (typeof REFERRED_TO)[number];

export type ReportStatus = 'submitted' | 'in_review' | 'returned' | 'accepted' | 'withdrawn';

/** What a report can become from where it stands; `submitted` by being told anew. */
export const REPORT_MOVES: Readonly<Record<ReportStatus, readonly ReportStatus[]>> = {
  submitted: ['in_review', 'accepted', 'returned', 'submitted', 'withdrawn'],
  in_review: ['in_review', 'accepted', 'returned', 'submitted', 'withdrawn'],
  returned: ['submitted', 'withdrawn'],
  accepted: ['submitted', 'withdrawn'],
  withdrawn: [],
};

/** Where a report is after a level's decision. */
export function statusAfter(decision: ReviewDecision, isLast: boolean): 'in_review' | 'accepted' | 'returned' {
  if (decision === 'return') return 'returned';
  return isLast ? 'accepted' : 'in_review';
}
