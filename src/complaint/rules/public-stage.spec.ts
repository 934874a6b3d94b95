import { describe, expect, it } from '@jest/globals';
import { canMove, COMPLAINT_STATUSES } from './complaint-status.js';
import { milestonesOf, PUBLIC_STAGES } from './public-stage.js';

const reached = (status: (typeof COMPLAINT_STATUSES)[number]) =>
  milestonesOf(status)
    .filter((milestone) => milestone.reached)
    .map((milestone) => milestone.label);

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

  it('shows the way behind and the way ahead', () => {
    expect(reached('investigating')).toEqual(['Received', 'Accepted', 'Being investigated']);
    expect(milestonesOf('investigating').at(-1)).toEqual({ label: 'Closed', reached: false });
  });

  it.each([
    ['declined', ['Received', 'Not taken on']],
    ['referred', ['Received', 'Passed on']],
    ['withdrawn', ['Received', 'Withdrawn']],
    ['closed', ['Received', 'Accepted', 'Closed']],
  ] as const)('shows of a case that is %s no stage that it may not have passed', (status, labels) => {
    expect(reached(status)).toEqual(labels);
    expect(milestonesOf(status)).toHaveLength(labels.length);
  });
});
