import { describe, expect, it } from '@jest/globals';
import { afterFailure, type Attempts, isLocked } from './lockout.js';

const noon = new Date('2026-11-02T12:00:00Z');
const minutesLater = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

describe('an account', () => {
  // ASVS 5.0: V6.3.1
  it('is open after four wrong passwords, closed after the fifth, and open again after 15 minutes', () => {
    let attempts: Attempts = { failedSignIns: 0, lockedUntil: null };
    for (let wrong = 1; wrong <= 4; wrong++) attempts = afterFailure(attempts, noon);
    expect(isLocked(attempts, noon)).toBe(false);
    attempts = afterFailure(attempts, noon);
    expect(isLocked(attempts, minutesLater(14.9))).toBe(true);
    expect(isLocked(attempts, minutesLater(15))).toBe(false);
  });
});
