/** Five wrong passwords close the account for a quarter of an hour (CJIS Security Policy AC-7). */
const MOST_FAILURES = 5;
const LOCK_MINUTES = 15;

export interface Attempts {
  failedSignIns: number;
  lockedUntil: Date | null;
}

export function isLocked(attempts: Attempts, now: Date): boolean {
  return attempts.lockedUntil !== null && attempts.lockedUntil > now;
}

export function afterFailure(attempts: Attempts, now: Date): Attempts {
  const failedSignIns = attempts.failedSignIns + 1;
  if (failedSignIns < MOST_FAILURES) return { failedSignIns, lockedUntil: null };
  return { failedSignIns: 0, lockedUntil: new Date(now.getTime() + LOCK_MINUTES * 60_000) };
}
