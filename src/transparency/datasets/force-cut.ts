import type { CutColumn, CutSpec } from './open-spec.js';

const FORCE = 'use-of-force';

/** What all cuts of the uses of force have in common. */
export const forceCut = { basis: 'cut', from: FORCE } as const satisfies Partial<CutSpec>;

export const FORCE_CUT_CAVEATS = [
  `Cut from one release of ${FORCE}, which \`madeOf\` in the manifest names: it holds the same incidents and the same values, and what was left out there is missing here. Each value is as coarse as it is there.`,
  'k counts what it counts in the source: when, where and on whom force was used. How many officers were in an incident, and which force it was, it does not count, here or there.',
  'Pseudonyms are those of that release: tables that were cut from the same release are joined by them, and by nothing else can they be joined with any other.',
];

const column = (
  name: string,
  rule: CutColumn['rule'],
  [title, description]: readonly [string, string],
  over: Partial<CutColumn> = {},
): CutColumn => ({ name, title, description, of: name, rule, ...over });

const INCIDENT = ['Incident', 'Pseudonym of the incident in the release that this was cut from.'] as const;
export const incidentKey = column('incident', 'value', INCIDENT);
export const incidentReference: CutColumn = {
  ...incidentKey,
  references: { dataset: 'use-of-force-incidents', column: 'incident' },
};
export const forceOfficer = column('officer', 'value', [
  'Officer',
  'Pseudonym of the officer in the release that this was cut from.',
]);
export const forceIdentity = column(
  'officer_identity',
  'value',
  [
    'Officer, where shown',
    'Name of the officer, or a pseudonym that is the same in every release; `withheld` where neither is shown.',
  ],
  { optional: true },
);

/** Reports on one incident may name different days: then both years stand in the cell. */
export const forcePeriod = column('incident_period', 'words', ['When it happened', 'When force was used.']);
export const forcePlace = column('place', 'value', ['Department', 'County (and department) of the officer.']);
export const forceWords = column('force_types', 'words', [
  'Force used',
  'Every type of force that was used, as codes of the charter joined by `; `. Empty: none recorded.',
]);
export const resistanceWords = column('resistance', 'words', [
  'Resistance',
  'How the person resisted, as the officer reports it, joined by `; `. Empty: none recorded.',
]);
export const subjectInjured = column('subject_injured', 'any', [
  'Person injured',
  'Whether a person was injured. Empty: not recorded.',
]);
export const subjectArrested = column('subject_arrested', 'any', [
  'Person arrested',
  'Whether a person was arrested. Empty: not recorded.',
]);
export const officerInjured = column('officer_injured', 'any', [
  'Officer injured',
  'Whether an officer was injured. Empty: not recorded.',
]);
export const subjectColumns: readonly CutColumn[] = [
  column('subject_race', 'value', ['Race', 'Race of the person as the officer saw it.']),
  column('subject_gender', 'value', ['Gender', 'Gender of the person as the officer saw it.']),
  column('subject_age', 'value', ['Age', 'Age of the person.']),
];
