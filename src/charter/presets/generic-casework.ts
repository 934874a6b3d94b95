import type { CaseworkTerms } from '../rules/casework-terms.js';
import { genericAfterVote } from './generic-after-vote.js';
import { genericBreakGlass } from './generic-break-glass.js';
import { genericClosing } from './generic-closing.js';
import { genericForceProfiles } from './generic-force-profiles.js';
import { genericDeadlines } from './generic-deadlines.js';
import { genericForceReview } from './generic-force-review.js';
import { genericLetters } from './generic-letters.js';
import { genericOversight } from './generic-oversight.js';
import { genericParties } from './generic-parties.js';
import { genericReporting } from './generic-reporting.js';
import { inSpanish } from './generic-spanish.js';

/**
 * Casework in the field's common words (NACOLE's principles; stages and tests as agencies describe them). What charters
 * older than these terms do not say is taken from here.
 */
export const genericCasework: CaseworkTerms = {
  agency: {
    functions: ['investigative', 'review', 'audit'],
    powers: inSpanish('powers', [
      { code: 'access_records', label: "Access to the department's records" },
      { code: 'subpoena', label: 'Subpoena of witnesses and records' },
      { code: 'compel_statements', label: 'Compelled statements of officers' },
      { code: 'recommend_discipline', label: 'Recommend discipline' },
      { code: 'recommend_policy', label: 'Recommend changes of policy' },
    ]),
  },
  complainants: {
    privacyChoices: inSpanish('privacyChoices', [
      { code: 'open', label: 'My name may be known to all who take part', shielded: false },
      {
        code: 'police_not_public',
        label: 'The agency and the police may know my name, the public may not',
        shielded: false,
      },
      { code: 'agency_only', label: 'Only the agency may know my name, when it must', shielded: true },
      { code: 'anonymous', label: 'Nobody knows my name', shielded: true },
    ]),
    languages: [
      { code: 'en', label: 'English' },
      { code: 'es', label: 'Español' },
    ],
    accommodations: inSpanish('accommodations', [
      { code: 'interpreter', label: 'Interpreter' },
      { code: 'sign_language', label: 'Sign language interpreter' },
      { code: 'large_print', label: 'Large print' },
      { code: 'wheelchair', label: 'Step-free access' },
      { code: 'other', label: 'Other' },
    ]),
    affidavit: { required: false, override: true },
    identityGrantHours: 24,
  },
  screening: {
    tests: [
      { code: 'employs_officer', label: 'The officer serves a department under this agency' },
      { code: 'sworn', label: 'The officer is sworn' },
      { code: 'colour_of_law', label: 'The officer was on duty or acted under colour of law' },
      { code: 'within_mandate', label: 'What is alleged lies within the mandate' },
      { code: 'within_limit', label: 'It was filed within the limit' },
      { code: 'not_exclusive', label: 'No other body alone must decide it' },
    ],
    declineReasons: [
      { code: 'no_jurisdiction', label: 'Not within jurisdiction' },
      { code: 'too_late', label: 'Filed after the limit' },
      { code: 'duplicate', label: 'The same complaint is open already' },
      { code: 'no_misconduct_alleged', label: 'Nothing alleged would be misconduct' },
    ],
    referralBodies: [
      { code: 'internal_affairs', label: "The department's internal affairs" },
      { code: 'prosecutor', label: 'Prosecutor' },
      { code: 'other_oversight', label: 'Another oversight agency' },
      { code: 'post', label: 'Peace officer standards and training' },
      { code: 'other', label: 'Another body' },
    ],
    appealDays: 30,
  },
  classifications: [
    { code: 'investigation', label: 'Investigation', track: 'investigation' },
    { code: 'expedited', label: 'Expedited investigation', track: 'expedited' },
    { code: 'mediation', label: 'Mediation', track: 'mediation' },
    { code: 'supervisor_action', label: 'Supervisor action', track: 'supervisor_action' },
    { code: 'contact_log', label: 'Contact log', track: 'contact_log' },
  ],
  dispositions: [
    { code: 'decided', label: 'Decided with findings', genericClass: 'pending' },
    { code: 'mediated', label: 'Mediated', genericClass: 'mediated' },
    { code: 'closed_without_finding', label: 'Closed without finding', genericClass: 'no_finding' },
  ],
  standardsOfProof: inSpanish('standardsOfProof', [
    { code: 'preponderance', label: 'Preponderance of the evidence' },
    { code: 'clear_and_convincing', label: 'Clear and convincing evidence' },
  ]),
  disciplineMatrix: [],
  conflicts: {
    relations: [
      { code: 'relative', label: 'Related to a party' },
      { code: 'former_employer', label: 'Worked for the department' },
      { code: 'linked_case', label: 'Took part in a linked case' },
      { code: 'financial', label: 'Has a financial interest' },
      { code: 'public_statement', label: 'Has spoken about it in public' },
      { code: 'acquainted', label: 'Knows a party' },
    ],
    barring: ['relative', 'linked_case', 'financial'],
  },
  parties: genericParties,
  investigation: {
    recordKinds: [
      { code: 'police_report', label: 'Police report' },
      { code: 'body_worn_video', label: 'Body-worn camera video' },
      { code: 'other_video', label: 'Other video' },
      { code: 'dispatch', label: 'Dispatch and radio' },
      { code: 'medical', label: 'Medical records' },
      { code: 'personnel', label: 'Personnel records' },
      { code: 'other', label: 'Other records' },
    ],
    interviewWarnings: [
      {
        code: 'compelled',
        label:
          'Compelled statement: it cannot be used against the officer in a criminal case (Garrity v. New Jersey, 1967)',
      },
      { code: 'voluntary', label: 'Voluntary statement' },
    ],
    reviewRequired: true,
  },
  mediation: {
    offered: true,
    excludedBy: [
      { code: 'pending_suit', label: 'A suit or a criminal case is pending' },
      { code: 'serious_injury', label: 'Somebody was seriously injured' },
      { code: 'officer_history', label: "The officer's history" },
    ],
  },
  deadlines: genericDeadlines,
  closing: genericClosing,
  afterVote: genericAfterVote,
  letters: genericLetters,
  forceProfiles: genericForceProfiles,
  forceReview: genericForceReview,
  forceReporting: genericReporting,
  oversight: genericOversight,
  breakGlass: genericBreakGlass,
};
