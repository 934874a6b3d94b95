import type { StaffRole } from '../../shared/actor.js';
import { repeated, when } from './fault-finding.js';
import type { Term } from './term.js';

/** Roles that may be named for a level of review: those whom the permissions let review at all. */
export const REVIEWING_ROLES = ['supervisor', 'director'] as const satisfies readonly StaffRole[];
export type ReviewingRole = (typeof REVIEWING_ROLES)[number];
export const REVIEW_UNITS = ['hours', 'days'] as const;

/** One look at a report of force, by one person, within a time. */
export interface ReviewLevel extends Term {
  /** By what right, in words. */
  authority: string;
  /** Who may decide here; one of these is enough. */
  roles: ReviewingRole[];
  /** From when the report came to this level. Days end with the day where the agency is. */
  within: { count: number; unit: (typeof REVIEW_UNITS)[number] };
  /** Who may let a report past this level without a decision; nobody may at the last. */
  skippableBy: ReviewingRole[];
  /** It is not accepted or referred here without a finding. */
  findingsRequired: boolean;
}

export interface ForceReviewTerms {
  /** In order; the last one's acceptance accepts the report. */
  levels: ReviewLevel[];
  /** What a reviewer may find of the force. */
  findings: Term[];
}

/** What is wrong with these terms, each with its place. */
export function forceReviewFaults({ levels, findings }: ForceReviewTerms): string[] {
  return [
    ...repeated('forceReview.levels', levels),
    ...repeated('forceReview.findings', findings),
    ...when(levels.length === 0, 'forceReview.levels: somebody looks at a report before it is accepted'),
    ...when((levels.at(-1)?.skippableBy.length ?? 0) > 0, 'forceReview.levels: the last level cannot be skipped'),
    ...when(
      findings.length === 0 && levels.some(({ findingsRequired }) => findingsRequired),
      'forceReview.findings: a level asks for findings and there are none to choose from',
    ),
    ...levels.flatMap(({ code, roles, within }) => [
      ...when(roles.length === 0, `forceReview.levels: ${code} is for nobody`),
      ...when(
        !Number.isInteger(within.count) || within.count < 1,
        `forceReview.levels: ${code} has no whole number of ${within.unit}`,
      ),
    ]),
  ];
}
