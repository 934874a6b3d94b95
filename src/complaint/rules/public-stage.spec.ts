import { describe, expect, it } from '@jest/globals';
import { canMove, COMPLAINT_STATUSES } from './complaint-status.js';
import { PUBLIC_STAGES } from './public-stage.js';

describe('what a complainant is told', () => {
  it('has words for every status', () => {
    for (const status of COMPLAINT_STATUSES) {
      expect(PUBLIC_STAGES[status].label).not.toMatch(/_/);
      expect(PUBLIC_STAGES[status].nextSteps.length).toBeGreaterThan(0);
    }
  });

  it('offers to withdraw as long as that can be done, and not after', () => {
    for (const status of COMPLAINT_STATUSES) {
      const offered = PUBLIC_STAGES[status].nextSteps.some((step) => step.includes('withdraw it'));
      expect([status, offered]).toEqual([status, canMove(status, 'withdrawn')]);
    }
  });
});
