import { describe, expect, it } from '@jest/globals';
import { localDay } from './local-day.js';

describe('the day where the agency is', () => {
  it.each([
    ['2026-03-01T05:59:00Z', 'America/Chicago', '2026-02-28'],
    ['2026-03-01T06:00:00Z', 'America/Chicago', '2026-03-01'],
    ['2026-03-08T07:59:00Z', 'America/Chicago', '2026-03-08'],
    ['2026-07-01T04:59:00Z', 'America/Chicago', '2026-06-30'],
    ['2026-12-31T23:30:00Z', 'Pacific/Auckland', '2027-01-01'],
    ['2026-12-31T23:30:00Z', 'UTC', '2026-12-31'],
  ])('at %s in %s is %s', (at, timeZone, day) => {
    expect(localDay(new Date(at), timeZone)).toBe(day);
  });
});
