import {
  APPROVING_ROLES,
  ASKING_ROLES,
  type BreakGlassTerms,
  GLASS_REVIEWING_ROLES,
} from '../rules/break-glass-terms.js';

/**
 * The hours are ours. 45 CFR 164.312(a)(2)(ii) wants a procedure for access in an emergency and says nothing of its length;
 * the database holds the same two where a charter is silent (migration 0067).
 */
export const genericBreakGlass: BreakGlassTerms = {
  longestHours: 8,
  answerHours: 24,
  mostWaiting: 5,
  ask: [...ASKING_ROLES],
  approve: [...APPROVING_ROLES],
  review: [...GLASS_REVIEWING_ROLES],
  authority: 'Common practice of access in an emergency; the hours: unconfirmed for any one place',
};
