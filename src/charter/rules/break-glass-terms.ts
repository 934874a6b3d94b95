import type { StaffRole } from '../../shared/actor.js';
import { when } from './fault-finding.js';

/** Roles that may be named: those whom the permissions let do it at all. */
export const ASKING_ROLES = [
  ...(['intake', 'investigator', 'supervisor', 'clerk'] as const),
  ...(['board_member', 'records', 'auditor'] as const),
] satisfies StaffRole[];
export const APPROVING_ROLES = ['supervisor', 'director'] as const satisfies readonly StaffRole[];
export const GLASS_REVIEWING_ROLES = ['records', 'director', 'auditor'] as const satisfies readonly StaffRole[];

/** A place's terms of access to a case past one's role, by two people, for some hours. */
export interface BreakGlassTerms {
  /** The longest that a case may be opened for; whole hours. */
  longestHours: number;
  /** How long an ask may wait for its answer; then it lapses. Whole hours. */
  answerHours: number;
  /** So many asks of one person may wait at once. */
  mostWaiting: number;
  ask: (typeof ASKING_ROLES)[number][];
  approve: (typeof APPROVING_ROLES)[number][];
  review: (typeof GLASS_REVIEWING_ROLES)[number][];
  /** By what right, in words. */
  authority: string;
}

const A_MONTH_OF_HOURS = 744;

/** What is wrong with these terms, each with its place. A place that lets nobody ask has no such access. */
export function breakGlassFaults({ longestHours, answerHours, mostWaiting, ...roles }: BreakGlassTerms): string[] {
  return [
    ...wholeNumber('breakGlass.longestHours', longestHours),
    ...wholeNumber('breakGlass.answerHours', answerHours),
    ...wholeNumber('breakGlass.mostWaiting', mostWaiting),
    ...when(roles.ask.length > 0 && roles.approve.length === 0, 'breakGlass.approve: what is asked, somebody answers'),
    ...when(roles.ask.length > 0 && roles.review.length === 0, 'breakGlass.review: what was opened, somebody reviews'),
  ];
}

function wholeNumber(place: string, count: number): string[] {
  const wrong = !Number.isInteger(count) || count < 1 || count > A_MONTH_OF_HOURS;
  return when(wrong, `${place} must be a whole number from 1 to ${A_MONTH_OF_HOURS}`);
}
