import { describe, expect, it } from '@jest/globals';
import { reviewDue } from './review-due.js';

const CHICAGO = 'America/Chicago';

describe('the moment from which a review is late', () => {
  it.each([
    ['hours run through the night', { count: 24, unit: 'hours' }, '2026-06-01T15:30:00Z', '2026-06-02T15:30:00.000Z'],
    [
      'hours take no notice of clocks',
      { count: 24, unit: 'hours' },
      '2026-03-08T06:00:00Z',
      '2026-03-09T06:00:00.000Z',
    ],
    ['days end with the day there', { count: 3, unit: 'days' }, '2026-06-01T15:30:00Z', '2026-06-05T05:00:00.000Z'],
    [
      'late in the evening the day is still that day',
      { count: 1, unit: 'days' },
      '2026-06-02T04:59:00Z',
      '2026-06-03T05:00:00.000Z',
    ],
    ['over the change to summer time', { count: 1, unit: 'days' }, '2026-03-07T18:00:00Z', '2026-03-09T05:00:00.000Z'],
    ['over the change to winter time', { count: 1, unit: 'days' }, '2026-10-31T18:00:00Z', '2026-11-02T06:00:00.000Z'],
  ] as const)('%s', (_, within, openedAt, due) => {
    expect(reviewDue({ within }, new Date(openedAt), CHICAGO).toISOString()).toBe(due);
  });
});
