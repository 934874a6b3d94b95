import { repeated, when } from './fault-finding.js';
import type { Term } from './term.js';

/** A part in a serious incident review; a team is not convened before each needed one is filled. */
export interface TeamRole extends Term {
  needed: boolean;
}

/** A place's terms of oversight beyond single cases: policy, the work of internal affairs, serious incidents. */
export interface OversightTerms {
  policyTracker: {
    /** What a recommendation may be of: policy, training … */
    kinds: Term[];
    /** Days in which the addressee answers, unless the recommendation names another day. */
    answerDays: number;
    /** By what right, in words. */
    authority: string;
  };
  affairsAudit: {
    /** What a reviewer says yes or no to, of each file. */
    checklist: Term[];
    /** Days in which the department answers an audit, or does the work that was asked for. */
    answerDays: number;
    authority: string;
  };
  incidentReview: {
    roles: TeamRole[];
    /** What may stand on the agenda of a review. */
    topics: Term[];
    authority: string;
  };
}

/** What is wrong with these terms, each with its place. */
export function oversightFaults({ policyTracker, affairsAudit, incidentReview }: OversightTerms): string[] {
  return [
    ...repeated('oversight.policyTracker.kinds', policyTracker.kinds),
    ...wholeDays('oversight.policyTracker.answerDays', policyTracker.answerDays),
    ...repeated('oversight.affairsAudit.checklist', affairsAudit.checklist),
    ...wholeDays('oversight.affairsAudit.answerDays', affairsAudit.answerDays),
    ...when(affairsAudit.checklist.length === 0, 'oversight.affairsAudit.checklist: a review asks something'),
    ...repeated('oversight.incidentReview.roles', incidentReview.roles),
    ...repeated('oversight.incidentReview.topics', incidentReview.topics),
    ...when(
      incidentReview.roles.filter(({ needed }) => needed).length < 2,
      'oversight.incidentReview.roles: of more than one discipline, so at least two roles are needed',
    ),
    ...when(incidentReview.topics.length === 0, 'oversight.incidentReview.topics: a review is about something'),
  ];
}

function wholeDays(place: string, days: number): string[] {
  return when(!Number.isInteger(days) || days < 1, `${place} must be a whole number of days, at least 1`);
}
