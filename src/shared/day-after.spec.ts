import { describe, expect, it } from '@jest/globals';
import { dayAfter } from './day-after.js';

describe('a day that lies so many days after another', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-12-31', 60, '2027-03-01'],
    ['2026-03-07', 2, '2026-03-09'],
  ])('%s and %i are %s', (day, days, then) => {
    expect(dayAfter(day, days)).toBe(then);
  });
});
