import type { ComplaintStatus } from './complaint-status.js';
import { type Fault, faultIf } from './fault.js';

export const SCREENING_DECISIONS = ['accept', 'decline', 'refer'] as const;
export type ScreeningDecision = (typeof SCREENING_DECISIONS)[number];

/** Where each decision at the door leads. */
export const SCREENED: Record<ScreeningDecision, ComplaintStatus> = {
  accept: 'accepted',
  decline: 'declined',
  refer: 'referred',
};

/** Nobody is turned away without a reason, nor passed on without saying to whom. */
export function screeningFaults(screening: {
  decision: ScreeningDecision;
  reason?: string | undefined;
  referredTo?: string | undefined;
}): Fault[] {
  const { decision, reason, referredTo } = screening;
  return [
    ...faultIf(
      decision !== 'accept' && !reason?.trim(),
      '/reason',
      'reason-needed',
      `To ${decision} a case, give the reason.`,
    ),
    ...faultIf(
      decision === 'refer' && !referredTo?.trim(),
      '/referredTo',
      'referral-to-nobody',
      'Name the body that the case is passed to.',
    ),
    ...faultIf(
      decision !== 'refer' && referredTo !== undefined,
      '/referredTo',
      'not-a-referral',
      'Only a referral names a body: leave it out, or set decision to refer.',
    ),
  ];
}
