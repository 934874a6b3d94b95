import type { CharterDocument, Term } from '../rules/charter-document.js';
import { CHICAGO_ALLEGATIONS_01_08 } from './chicago-allegations-01-08.js';
import { CHICAGO_ALLEGATIONS_09_ON } from './chicago-allegations-09-on.js';
import { genericCharter } from './generic.js';

const groups: Term[] = [
  { code: 'verbal_abuse', label: 'Verbal abuse' },
  { code: 'alcohol', label: 'Alcohol abuse' },
  { code: 'civil_rights', label: 'Civil rights: search, arrest, speech' },
  { code: 'arrest_lockup', label: 'Arrest and lockup procedure' },
  { code: 'excessive_force', label: 'Excessive force' },
  { code: 'corruption', label: 'Bribery and official corruption' },
  { code: 'traffic', label: 'Traffic, without bribery or excessive force' },
  { code: 'crime', label: 'Commission of crime' },
  { code: 'off_duty', label: 'Conduct unbecoming, off duty' },
  { code: 'operations', label: 'Operation and personnel violations' },
  { code: 'supervision', label: 'Supervisor responsibility' },
  { code: 'civil_suit', label: 'Civil suits' },
  { code: 'drugs', label: 'Drug and substance abuse' },
  { code: 'firearm', label: 'Firearm discharge' },
  { code: 'force_detail', label: 'Force, by what was done' },
  { code: 'other', label: 'Other and not stated' },
];

/** The words of Chicago's complaint records of 1967 to 2018, for what was decided then; who sits on the board now enacts its own. */
export const chicagoCharter: CharterDocument = {
  ...genericCharter,
  title: "Chicago: complaints in the words of the city's own records",
  sources: [
    'Chicago public records of complaints, 1967 to 2018: codes and wording of allegations, findings, outcomes, races, genders',
    'Groups of allegations: by the first two digits of the code; the groups of S codes are ours, unconfirmed',
    'Meanings of the codes NC (no cooperation), DIS (not known) and of the bare outcome 999 (deceased): from memory, unconfirmed',
    "Superintendent's answer within 60 days (Municipal Code 2-78-130): from memory, unconfirmed",
    'Notice of meetings 48 hours (5 ILCS 120/2.02), closed sessions on personnel (5 ILCS 120/2(c)(1)): from memory, unconfirmed',
    'Panel, quorum, majority: of the generic charter, unconfirmed for Chicago',
  ],
  intake: {
    anonymousAccepted: true,
    channels: [...genericCharter.intake.channels, { code: 'not_stated', label: 'Not stated by the source' }],
  },
  people: {
    races: [
      { code: 'asian_pacific_islander', label: 'Asian or Pacific Islander' },
      { code: 'black', label: 'Black' },
      { code: 'hispanic', label: 'Hispanic' },
      { code: 'native_american', label: 'Native American or Alaskan Native' },
      { code: 'white', label: 'White' },
    ],
    genders: [
      { code: 'female', label: 'Female' },
      { code: 'male', label: 'Male' },
    ],
  },
  allegationGroups: groups,
  allegations: Object.entries({ ...CHICAGO_ALLEGATIONS_01_08, ...CHICAGO_ALLEGATIONS_09_ON }).flatMap(
    ([group, labels]) => Object.entries(labels).map(([code, label]) => ({ code, label, group })),
  ),
  findings: [
    { code: 'sustained', label: 'Sustained', genericClass: 'sustained' },
    { code: 'not_sustained', label: 'Not sustained', genericClass: 'not_sustained' },
    { code: 'exonerated', label: 'Exonerated', genericClass: 'exonerated' },
    { code: 'unfounded', label: 'Unfounded', genericClass: 'unfounded' },
    { code: 'within_policy', label: 'Within policy, officer-involved shooting', genericClass: 'exonerated' },
    { code: 'no_affidavit', label: 'No affidavit', genericClass: 'no_finding' },
    { code: 'no_cooperation', label: 'No cooperation', genericClass: 'no_finding' },
    { code: 'administratively_closed', label: 'Administratively closed or terminated', genericClass: 'no_finding' },
    { code: 'expunged', label: 'Expunged', genericClass: 'no_finding' },
    { code: 'dis', label: 'DIS', genericClass: 'no_finding' },
    { code: 'more_investigation', label: 'Additional investigation requested', genericClass: 'pending' },
  ],
  disciplines: [
    { code: 'none', label: 'No action taken', takesDays: false },
    { code: 'sustained_no_penalty', label: 'Sustained, no penalty', takesDays: false },
    { code: 'violation_noted', label: 'Violation noted', takesDays: false },
    { code: 'reprimand', label: 'Reprimand', takesDays: false },
    { code: 'suspension', label: 'Suspension', takesDays: true },
    { code: 'suspension_over_30_days', label: 'Suspended over 30 days', takesDays: false },
    { code: 'suspension_indefinite', label: 'Suspended indefinitely', takesDays: false },
    { code: 'separation', label: 'Separation', takesDays: false },
    { code: 'resigned', label: 'Resigned, not served', takesDays: false },
    { code: 'penalty_not_served', label: 'Penalty not served', takesDays: false },
    { code: 'reinstated', label: 'Reinstated by the police board or a court', takesDays: false },
    { code: 'administrative_closing', label: 'Administratively closed or terminated', takesDays: false },
    { code: 'deceased', label: 'Deceased', takesDays: false },
  ],
  clocks: { chiefAnswerDays: 60 },
  meetings: {
    noticeHours: { regular: 48, special: 48, emergency: 1 },
    closedSessionGrounds: [{ code: '120/2(c)(1)', label: 'Personnel (5 ILCS 120/2(c)(1))' }],
  },
};
