import type { AfterVoteTerms } from '../rules/after-vote-terms.js';
import { inSpanish } from './generic-spanish.js';

/** What agencies' ordinances and collective agreements commonly have follow; each number of days: unconfirmed for any one place. */
export const genericAfterVote: AfterVoteTerms = {
  deliveryWays: [
    { code: 'hand', label: 'By hand, against a signature' },
    { code: 'registered_mail', label: 'Registered mail' },
    { code: 'email', label: 'E-mail, with its receipt' },
    { code: 'case_system', label: "The department's case system" },
  ],
  escalation: [
    {
      code: 'meet_and_confer',
      label: 'Board and chief meet and confer',
      authority: 'Common practice; 30 days: unconfirmed for any one place',
      after: ['concur_in_part', 'depart'],
      days: 30,
      decides: false,
    },
    {
      code: 'appointing_authority',
      label: 'Referral to whoever appoints the chief',
      authority: 'Common practice; 60 days: unconfirmed for any one place',
      after: ['concur_in_part', 'depart', 'overdue'],
      days: 60,
      decides: true,
    },
  ],
  officerAppeals: {
    routes: [
      {
        code: 'grievance',
        label: 'Grievance under the collective agreement',
        authority: 'Common in collective agreements; 30 days: unconfirmed for any one place',
        days: 30,
      },
      {
        code: 'arbitration',
        label: 'Arbitration',
        authority: 'Common in collective agreements; 30 days: unconfirmed for any one place',
        days: 30,
      },
      { code: 'civil_service', label: 'Civil service commission', authority: 'Common practice', days: null },
      { code: 'court', label: 'Court', authority: 'Common practice', days: null },
    ],
    outcomes: [
      { code: 'upheld', label: 'Upheld', effect: 'uphold' },
      { code: 'withdrawn', label: 'Appeal withdrawn', effect: 'uphold' },
      { code: 'reduced', label: 'Reduced', effect: 'reduce' },
      { code: 'settled', label: 'Settled for less', effect: 'reduce' },
      { code: 'reversed', label: 'Reversed', effect: 'reverse' },
    ],
  },
  reconsideration: {
    authority: 'Common practice; 30 days: unconfirmed for any one place',
    days: 30,
    most: 1,
    grounds: inSpanish('reconsiderationGrounds', [
      { code: 'new_evidence', label: 'New evidence' },
      { code: 'error_of_fact', label: 'Something was taken for a fact that is none' },
      { code: 'error_of_law', label: 'A rule was misread' },
      { code: 'not_considered', label: 'Something was not considered' },
      { code: 'other', label: 'Another ground' },
    ]),
  },
  overdueCaseNumbers: false,
};
