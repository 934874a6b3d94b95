import type { CaseworkTerms } from '../../charter/index.js';
import type { ComplaintStatus } from './complaint-status.js';
import { type Fault, faultIf, termFaults } from './fault.js';

export const SCREENING_DECISIONS = ['accept', 'decline', 'refer'] as const;
export type ScreeningDecision = (typeof SCREENING_DECISIONS)[number];

/** Where each decision at the door leads. */
export const SCREENED: Record<ScreeningDecision, ComplaintStatus> = {
  accept: 'accepted',
  decline: 'declined',
  refer: 'referred',
};

export const TEST_ANSWERS = ['yes', 'no', 'unknown'] as const;
export type TestAnswer = (typeof TEST_ANSWERS)[number];

export interface ScreeningGiven {
  decision: ScreeningDecision;
  /** In the screener's words; sealed */
  reason?: string | undefined;
  /** Why it is declined: a code of the charter */
  reasonCode?: string | undefined;
  /** The body that a case is passed to: a code of the charter, a name, or both */
  body?: string | undefined;
  referredTo?: string | undefined;
  /** What each test of the charter was answered with, those that were asked */
  tests?: readonly { test: string; answer: TestAnswer }[] | undefined;
  /** Accept although a test says no: a supervisor's, with the reason */
  override?: boolean | undefined;
}

/** Nobody is turned away without a reason, nor passed on without saying to whom, nor taken on against a test unseen. */
export function screeningFaults(screening: ScreeningGiven, terms: CaseworkTerms['screening']): Fault[] {
  const { decision, reason, reasonCode, referredTo, body, override = false } = screening;
  const tests = screening.tests ?? [];
  const refers = decision === 'refer';
  const said = referredTo !== undefined || body !== undefined;
  const failed = tests.some(({ answer }) => answer === 'no');
  const against = decision === 'accept' && failed;
  return [
    ...faultIf(
      (decision !== 'accept' || override) && !reason?.trim(),
      '/reason',
      'reason-needed',
      override ? 'To accept against a test, give the reason.' : `To ${decision} a case, give the reason.`,
    ),
    ...faultIf(
      refers && !referredTo?.trim() && body === undefined,
      '/referredTo',
      'referral-to-nobody',
      'Name the body that the case is passed to.',
    ),
    ...faultIf(
      !refers && said,
      '/referredTo',
      'not-a-referral',
      'Only a referral names a body: leave it out, or set decision to refer.',
    ),
    ...termFaults('/body', terms.referralBodies, body),
    ...termFaults('/reasonCode', terms.declineReasons, reasonCode),
    ...faultIf(
      decision !== 'decline' && reasonCode !== undefined,
      '/reasonCode',
      'not-a-decline',
      'This code says why a case is declined: leave it out.',
    ),
    ...tests.flatMap(({ test }, index) => {
      const path = `/tests/${index}/test`;
      const before = tests.findIndex((other) => other.test === test) < index;
      return [
        ...termFaults(path, terms.tests, test),
        ...faultIf(before, path, 'answered-twice', 'This test is answered twice.'),
      ];
    }),
    ...faultIf(
      against && !override,
      '/decision',
      'test-failed',
      'A test says no: decline or refer the case, or have a supervisor override it with a reason.',
    ),
    ...faultIf(override && !against, '/override', 'nothing-to-override', 'No test says no: leave it out.'),
  ];
}
