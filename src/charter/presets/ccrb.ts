import type { CharterDocument, Term } from '../rules/charter-document.js';
import { CCRB_ALLEGATIONS } from './ccrb-allegations.js';
import { newYork18Months } from './deadline-rules.js';
import { genericCasework } from './generic-casework.js';
import { acknowledgement } from './generic-deadlines.js';
import { genericCharter } from './generic.js';

const groups: Term[] = [
  { code: 'force', label: 'Force' },
  { code: 'abuse_of_authority', label: 'Abuse of authority' },
  { code: 'discourtesy', label: 'Discourtesy' },
  { code: 'offensive_language', label: 'Offensive language' },
  { code: 'untruthful_statement', label: 'Untruthful statement' },
];

/** Group U came later than the published table: its four words are unconfirmed. */
const untruthful = [
  'False official statement',
  'Misleading official statement',
  'Inaccurate official statement',
  'Impeding an investigation',
];

const codeOf = (group: string, label: string): string =>
  `${group}/${label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')}`;

/** After New York's Civilian Complaint Review Board: an investigative board of the whole city, three members to a panel. */
export const ccrbCharter: CharterDocument = {
  ...genericCharter,
  title: "After New York's Civilian Complaint Review Board",
  sources: [
    "Civilian Complaint Review Board's pages: FADO&U, panels of three, dispositions in use now, preponderance of the evidence, 18 months",
    'Its published table of 33,358 allegations (2020): the words of the allegations',
    'The four words of group U, and the days in which a complainant may ask for reconsideration: from memory, unconfirmed',
    'Notice of meetings, closed sessions: Public Officers Law 104, 105, from memory, unconfirmed',
    "The commissioner's answer within 45 days: from memory, unconfirmed",
  ],
  agency: {
    functions: ['investigative', 'adjudicative', 'advisory'],
    powers: genericCasework.agency.powers,
  },
  allegationGroups: groups,
  allegations: Object.entries({ ...CCRB_ALLEGATIONS, untruthful_statement: untruthful }).flatMap(([group, labels]) =>
    labels.map((label) => ({ code: codeOf(group, label), label, group })),
  ),
  findings: [
    { code: 'substantiated_charges', label: 'Substantiated (charges)', genericClass: 'sustained' },
    {
      code: 'substantiated_command_discipline_b',
      label: 'Substantiated (command discipline B)',
      genericClass: 'sustained',
    },
    {
      code: 'substantiated_command_discipline_a',
      label: 'Substantiated (command discipline A)',
      genericClass: 'sustained',
    },
    {
      code: 'substantiated_formalized_training',
      label: 'Substantiated (formalized training)',
      genericClass: 'sustained',
    },
    {
      code: 'substantiated_instructions',
      label: 'Substantiated (command level instructions)',
      genericClass: 'sustained',
    },
    { code: 'substantiated_no_recommendation', label: 'Substantiated (no recommendations)', genericClass: 'sustained' },
    { code: 'unable_to_determine', label: 'Unable to determine', genericClass: 'not_sustained' },
    { code: 'within_guidelines', label: 'Within NYPD guidelines', genericClass: 'exonerated' },
    { code: 'unfounded', label: 'Unfounded', genericClass: 'unfounded' },
    { code: 'officer_unidentified', label: 'Officer(s) unidentified', genericClass: 'no_finding' },
    { code: 'closed_without_finding', label: 'Closed without finding', genericClass: 'no_finding' },
    { code: 'mediated', label: 'Mediated', genericClass: 'mediated' },
  ],
  dispositions: [
    { code: 'decided', label: 'Decided by the board', genericClass: 'pending' },
    { code: 'withdrawn', label: 'Complaint withdrawn', genericClass: 'no_finding' },
    { code: 'unavailable', label: 'Complainant/victim/witness unavailable', genericClass: 'no_finding' },
    { code: 'uncooperative', label: 'Complainant/victim/witness uncooperative', genericClass: 'no_finding' },
    { code: 'pending_litigation', label: 'Closed: pending litigation', genericClass: 'no_finding' },
    { code: 'officer_unidentified', label: 'Officer(s) unidentified', genericClass: 'no_finding' },
    { code: 'mediated', label: 'Mediated', genericClass: 'mediated' },
    { code: 'mediation_attempted', label: 'Mediation attempted', genericClass: 'no_finding' },
    { code: 'miscellaneous', label: 'Miscellaneous', genericClass: 'no_finding' },
  ],
  disciplines: [
    { code: 'none', label: 'No penalty', takesDays: false },
    { code: 'instructions', label: 'Instructions', takesDays: false },
    { code: 'formalized_training', label: 'Formalized training', takesDays: false },
    { code: 'command_discipline_a', label: 'Command discipline A', takesDays: false },
    { code: 'command_discipline_b', label: 'Command discipline B', takesDays: false },
    { code: 'forfeit_vacation', label: 'Forfeit vacation', takesDays: true },
    { code: 'suspension', label: 'Suspension', takesDays: true },
    { code: 'dismissal_probation', label: 'Dismissal probation', takesDays: true },
    { code: 'termination', label: 'Termination', takesDays: false },
  ],
  clocks: { chiefAnswerDays: 45 },
  meetings: {
    noticeHours: { regular: 72, special: 72, emergency: 1 },
    closedSessionGrounds: [{ code: '105(1)(f)', label: 'Personnel (Public Officers Law 105(1)(f))' }],
  },
  voting: { panelSize: 3, panelQuorum: 3, boardQuorumOver: 0.5, carriesBy: 'majority_of_votes' },
  standardsOfProof: [{ code: 'preponderance', label: 'Preponderance of the evidence' }],
  deadlines: { calendar: genericCasework.deadlines.calendar, rules: [acknowledgement, newYork18Months] },
};
