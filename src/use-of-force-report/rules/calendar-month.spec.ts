import { describe, expect, it } from '@jest/globals';
import { calendarMonth, isAhead } from './calendar-month.js';

describe('a month', () => {
  it.each(['2026-10', '1999-01', '2026-12'])('is %s', (written) => {
    expect(calendarMonth(written)).toBe(written);
  });

  it.each(['2026-13', '2026-00', '2026-1', '10-2026', '2026-10-01', '', '3026-10'])('is not %p', (written) => {
    expect(calendarMonth(written)).toBeNull();
  });

  it('is ahead until its first day has come', () => {
    expect(isAhead('2026-10', '2026-09-30')).toBe(true);
    expect(isAhead('2026-10', '2026-10-01')).toBe(false);
    expect(isAhead('2025-12', '2026-01-01')).toBe(false);
  });
});
