import { repeated, when } from './fault-finding.js';
import type { Term } from './term.js';

/** What a step of escalation may follow: the chief's answer, or that there is none when it is due. */
export const ESCALATES_AFTER = ['concur_in_part', 'depart', 'overdue'] as const;
export type EscalatesAfter = (typeof ESCALATES_AFTER)[number];

/** A step when board and chief differ: talks, a referral to who is above both. */
export interface EscalationStep extends Term {
  /** By what right, in words. */
  authority: string;
  after: EscalatesAfter[];
  /** Calendar days that it may take. */
  days: number;
  /** Whoever it goes to decides; else the two may agree, or not. */
  decides: boolean;
}

/** An officer's way against discipline; another body decides. */
export interface AppealRoute extends Term {
  authority: string;
  /** Calendar days from when discipline was imposed; null: none set. */
  days: number | null;
}

export const APPEAL_EFFECTS = ['uphold', 'reduce', 'reverse'] as const;
export type AppealEffect = (typeof APPEAL_EFFECTS)[number];

/** What follows when the board has voted. */
export interface AfterVoteTerms {
  /** How a recommendation may be handed over; each way leaves proof. */
  deliveryWays: Term[];
  /** In order. */
  escalation: EscalationStep[];
  officerAppeals: { routes: AppealRoute[]; outcomes: (Term & { effect: AppealEffect })[] };
  /** Who complained may ask the board to think again; null: there is no such right. */
  reconsideration: {
    authority: string;
    /** Calendar days from the closing. */
    days: number;
    /** How often in one case. */
    most: number;
    grounds: Term[];
  } | null;
  /** Whether the case's number is told in public when the chief's answer is overdue. */
  overdueCaseNumbers: boolean;
}

const whole = (count: number): boolean => Number.isInteger(count) && count >= 1;

/** What is wrong with these terms, each with its place. */
export function afterVoteFaults({
  deliveryWays,
  escalation,
  officerAppeals,
  reconsideration,
}: AfterVoteTerms): string[] {
  const { routes, outcomes } = officerAppeals;
  return [
    ...repeated('afterVote.deliveryWays', deliveryWays),
    ...when(deliveryWays.length === 0, 'afterVote.deliveryWays: a recommendation is handed over in some way'),
    ...repeated('afterVote.escalation', escalation),
    ...escalation.flatMap(({ code, after, days }) => [
      ...when(after.length === 0, `afterVote.escalation: ${code} follows nothing`),
      ...when(!whole(days), `afterVote.escalation: ${code} has no whole number of days`),
    ]),
    ...repeated('afterVote.officerAppeals.routes', routes),
    ...routes
      .filter(({ days }) => days !== null && !whole(days))
      .map(({ code }) => `afterVote.officerAppeals.routes: ${code} has no whole number of days, and is not null`),
    ...repeated('afterVote.officerAppeals.outcomes', outcomes),
    ...when(
      routes.length > 0 && outcomes.length === 0,
      'afterVote.officerAppeals.outcomes: there are routes of appeal that end in nothing',
    ),
    ...when(
      reconsideration !== null && !(whole(reconsideration.days) && whole(reconsideration.most)),
      'afterVote.reconsideration: days and most are whole numbers, at least 1; or it is null',
    ),
    ...repeated('afterVote.reconsideration.grounds', reconsideration?.grounds ?? []),
  ];
}
