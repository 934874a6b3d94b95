import { RuleBroken } from '../../platform/errors/rule-broken.js';

const LONGEST_MS = 366 * 86_400_000;

/** The time from which the public sees a release that is published now. @throws RuleBroken embargo-in-the-past, embargo-too-long (422) */
export function embargoUntil(publishAt: Date | null, now: Date): Date | null {
  if (publishAt === null) return null;
  const path = '/publishAt';
  if (publishAt <= now) {
    const message = '`publishAt` is over: leave it out to publish now.';
    throw new RuleBroken('embargo-in-the-past', message, 422, [{ path, code: 'embargo-in-the-past', message }]);
  }
  if (publishAt.getTime() - now.getTime() > LONGEST_MS) {
    const message = '`publishAt` is more than a year away: publish it when the time has come nearer.';
    throw new RuleBroken('embargo-too-long', message, 422, [{ path, code: 'embargo-too-long', message }]);
  }
  return publishAt;
}
