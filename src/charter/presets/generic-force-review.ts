import type { ForceReviewTerms } from '../rules/force-review-terms.js';

/**
 * One look by the agency's supervisor or director; who has more levels enacts them. The findings are the field's common
 * three (New Orleans: justified, justified with training, justified with policy violation).
 */
export const genericForceReview: ForceReviewTerms = {
  levels: [
    {
      code: 'oversight',
      label: 'Review by the oversight agency',
      authority: 'Common practice; 30 days: unconfirmed for any one place',
      roles: ['supervisor', 'director'],
      within: { count: 30, unit: 'days' },
      skippableBy: [],
      findingsRequired: false,
    },
  ],
  findings: [
    { code: 'within_policy', label: 'Within policy' },
    { code: 'training', label: 'Within policy, training recommended' },
    { code: 'violation', label: 'Violation of policy' },
  ],
};
