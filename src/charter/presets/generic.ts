import type { CharterDocument } from '../rules/charter-document.js';
import { genericCasework } from './generic-casework.js';
import { inSpanish } from './generic-spanish.js';

/**
 * A starting point in the field's common words (NACOLE's classes of findings; allegation types after OpenPolice; meeting
 * notice after the Brown Act). Every value is editable: it is loaded as a jurisdiction's first charter, not read from here.
 */
export const genericCharter: CharterDocument = {
  ...genericCasework,
  title: 'Generic terms of civilian oversight',
  sources: [
    'National Association for Civilian Oversight of Law Enforcement, classes of findings',
    'California Government Code 54954.2, 54956, 54956.5 (notice of meetings), 54957 (closed sessions)',
    "Quorum, panel size and the chief's 30 days: common practice, unconfirmed for any one place",
  ],
  intake: {
    anonymousAccepted: true,
    channels: inSpanish('channels', [
      { code: 'web', label: 'Web form' },
      { code: 'phone', label: 'Telephone' },
      { code: 'mail', label: 'Letter' },
      { code: 'email', label: 'E-mail' },
      { code: 'walk_in', label: 'In person' },
      { code: '311', label: 'City information line' },
      { code: 'other_agency', label: 'Referred by another agency' },
      { code: 'internal_affairs', label: 'Referred by internal affairs' },
      { code: 'media', label: 'Report in the media' },
      { code: 'self_initiated', label: "The agency's own initiative" },
      { code: 'force_notification', label: 'Notice of a use of force' },
    ]),
  },
  people: {
    races: inSpanish('races', [
      { code: 'american_indian', label: 'American Indian or Alaska Native' },
      { code: 'asian', label: 'Asian' },
      { code: 'black', label: 'Black or African American' },
      { code: 'hispanic', label: 'Hispanic or Latino' },
      { code: 'pacific_islander', label: 'Native Hawaiian or Other Pacific Islander' },
      { code: 'white', label: 'White' },
      { code: 'two_or_more', label: 'Two or more' },
      { code: 'other', label: 'Other' },
    ]),
    genders: inSpanish('genders', [
      { code: 'female', label: 'Female' },
      { code: 'male', label: 'Male' },
      { code: 'non_binary', label: 'Non-binary' },
      { code: 'other', label: 'Other' },
    ]),
  },
  allegationGroups: inSpanish('allegationGroups', [
    { code: 'force', label: 'Force' },
    { code: 'search_seizure', label: 'Search, seizure, arrest' },
    { code: 'conduct', label: 'Conduct' },
    { code: 'service', label: 'Service and procedure' },
  ]),
  allegations: inSpanish('allegations', [
    { code: 'unreasonable_force', label: 'Unreasonable force', group: 'force' },
    { code: 'display_of_weapon', label: 'Intimidating display of a weapon', group: 'force' },
    { code: 'wrongful_arrest', label: 'Wrongful arrest', group: 'search_seizure' },
    { code: 'wrongful_detention', label: 'Wrongful detention', group: 'search_seizure' },
    { code: 'wrongful_search', label: 'Wrongful search', group: 'search_seizure' },
    { code: 'wrongful_entry', label: 'Wrongful entry', group: 'search_seizure' },
    { code: 'property', label: 'Seizure or damage of property', group: 'search_seizure' },
    { code: 'bias', label: 'Bias-based policing', group: 'conduct' },
    { code: 'discourtesy', label: 'Discourtesy', group: 'conduct' },
    { code: 'offensive_language', label: 'Offensive language', group: 'conduct' },
    { code: 'sexual_misconduct', label: 'Sexual misconduct', group: 'conduct' },
    { code: 'conduct_unbecoming', label: 'Conduct unbecoming', group: 'conduct' },
    { code: 'untruthful_statement', label: 'Untruthful statement', group: 'conduct' },
    { code: 'refused_identification', label: 'Refusal to identify', group: 'service' },
    { code: 'neglect_of_duty', label: 'Neglect of duty', group: 'service' },
    { code: 'procedure', label: 'Violation of policy or procedure', group: 'service' },
  ]),
  findings: inSpanish('findings', [
    { code: 'sustained', label: 'Sustained', genericClass: 'sustained' },
    { code: 'not_sustained', label: 'Not sustained', genericClass: 'not_sustained' },
    { code: 'exonerated', label: 'Exonerated', genericClass: 'exonerated' },
    { code: 'unfounded', label: 'Unfounded', genericClass: 'unfounded' },
    { code: 'closed_without_finding', label: 'Closed without finding', genericClass: 'no_finding' },
    { code: 'mediated', label: 'Mediated', genericClass: 'mediated' },
  ]),
  disciplines: inSpanish('disciplines', [
    { code: 'none', label: 'No discipline', takesDays: false },
    { code: 'training', label: 'Training', takesDays: false },
    { code: 'reprimand', label: 'Reprimand', takesDays: false },
    { code: 'suspension', label: 'Suspension', takesDays: true },
    { code: 'separation', label: 'Separation', takesDays: false },
  ]),
  clocks: { chiefAnswerDays: 30 },
  meetings: {
    noticeHours: { regular: 72, special: 24, emergency: 1 },
    closedSessionGrounds: [
      { code: '54957', label: 'Personnel: charges against a public employee (Gov. Code 54957(b))' },
    ],
    lateAmendmentGrounds: [
      { code: '54954.2(b)(1)', label: 'Emergency situation (Gov. Code 54954.2(b)(1))' },
      { code: '54954.2(b)(2)', label: 'Need for immediate action that arose later (Gov. Code 54954.2(b)(2))' },
      { code: '54954.2(b)(3)', label: 'Continued from a meeting at most five days before (Gov. Code 54954.2(b)(3))' },
    ],
  },
  voting: { panelSize: 3, panelQuorum: 2, boardQuorumOver: 0.5, carriesBy: 'majority_of_votes' },
  useOfForce: {
    forceGroups: [
      { code: 'physical', label: 'Physical force' },
      { code: 'less_lethal', label: 'Less-lethal weapon' },
      { code: 'firearm', label: 'Firearm' },
      { code: 'other', label: 'Other' },
    ],
    forceTypes: [
      { code: 'restraining_hold', label: 'Restraining hold', group: 'physical' },
      { code: 'pressure_point', label: 'Pressure point', group: 'physical' },
      { code: 'take_down', label: 'Take-down', group: 'physical' },
      { code: 'strike', label: 'Strike, punch or kick', group: 'physical' },
      { code: 'chemical_agent', label: 'Chemical agent', group: 'less_lethal' },
      { code: 'baton', label: 'Baton', group: 'less_lethal' },
      { code: 'electronic_control', label: 'Electronic control device', group: 'less_lethal' },
      { code: 'impact_projectile', label: 'Impact projectile', group: 'less_lethal' },
      { code: 'canine', label: 'Canine', group: 'less_lethal' },
      { code: 'firearm_pointed', label: 'Firearm pointed', group: 'firearm' },
      { code: 'firearm_discharged', label: 'Firearm discharged', group: 'firearm' },
      { code: 'vehicle', label: 'Vehicle', group: 'other' },
      { code: 'other', label: 'Other force', group: 'other' },
    ],
  },
  // 11: what the Centers for Medicare & Medicaid Services hold a cell of published counts to.
  publication: { k: 11, suppressionLimit: 0.1 },
};
