import { RuleBroken } from '../../platform/errors/rule-broken.js';
import type { PublicSummary, SummaryStatus } from '../records/public-summary.store.js';

/** @throws RuleBroken (409) with the first refusal that there is */
export function refuseIf(...refusals: ({ code: string; message: string } | null)[]): void {
  const refusal = refusals.find((each) => each !== null);
  if (refusal) throw new RuleBroken(refusal.code, refusal.message);
}

/** @throws RuleBroken status-forbids (409) */
export function whileIn({ status }: PublicSummary, ...statuses: SummaryStatus[]): void {
  if (!statuses.includes(status))
    throw new RuleBroken(
      'status-forbids',
      `The summary is ${status}; this is done while it is ${statuses.join(' or ')}.`,
    );
}
