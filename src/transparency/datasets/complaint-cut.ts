import type { CutColumn, CutSpec } from './open-spec.js';

const ALLEGATIONS = 'complaint-allegations';

/** Of several findings in one complaint the one that says most of what happened. */
const GRAVEST = ['sustained', 'not_sustained', 'exonerated', 'unfounded', 'mediated', 'no_finding', 'pending'];

/** What all cuts of the allegations have in common. */
export const complaintCut = {
  basis: 'cut',
  ofComplaints: true,
  from: ALLEGATIONS,
} as const satisfies Partial<CutSpec>;

export const COMPLAINT_CUT_CAVEATS = [
  `Cut from one release of ${ALLEGATIONS}, which \`madeOf\` in the manifest names: it holds the same complaints and the same values, and what was left out there is missing here. Each value is as coarse as it is there.`,
  'k counts what it counts in the source: who complained, when, where and of what. How many officers stand in a complaint, and whose each allegation is, it does not count, here or there.',
  'Pseudonyms are those of that release: tables that were cut from the same release are joined by them, and by nothing else can they be joined with any other.',
];

const value = (name: string, title: string, description: string, over: Partial<CutColumn> = {}): CutColumn => ({
  ...{ name, title, description, of: name, rule: 'value' },
  ...over,
});

export const complaintKey = value(
  'complaint',
  'Complaint',
  'Pseudonym of the complaint in the release that this was cut from.',
);
export const complaintReference: CutColumn = {
  ...complaintKey,
  references: { dataset: 'complaints', column: 'complaint' },
};
export const accusedOfficer = value(
  'officer',
  'Officer',
  'Pseudonym of the accused officer in the release that this was cut from.',
  { optional: true },
);
export const accusedIdentity = value(
  'officer_identity',
  'Officer, where shown',
  'Name of the officer, or a pseudonym that is the same in every release; `withheld` where neither is shown.',
  { optional: true },
);
export const incidentPeriod = value('incident_period', 'When it happened', 'When the incident happened.');
export const incidentPlace = value('place', 'Where it happened', 'Police district (and beat) of the incident.');

export const gravest = (name: string, title: string, of: string, description: string): CutColumn => ({
  ...{ name, title, description, of, rule: 'gravest', ranks: GRAVEST },
});

export const allegationWords: CutColumn = {
  ...{ name: 'allegations', title: 'Allegations', of: 'allegation', rule: 'words' },
  description: 'What is alleged, as codes of the charter or their groups, joined by `; `.',
};
export const allegationCount: CutColumn = {
  ...{ name: 'allegation_count', title: 'Number of allegations', of: 'allegation', rule: 'rows' },
  description: 'How many allegations there are.',
};
export const disciplineWords: readonly CutColumn[] = [
  {
    ...{ name: 'discipline_recommended', title: 'Discipline recommended', of: 'discipline_recommended', rule: 'words' },
    description: 'Discipline that was recommended, joined by `; `. Empty: none recorded.',
  },
  {
    ...{ name: 'discipline_imposed', title: 'Discipline imposed', of: 'discipline_imposed', rule: 'words' },
    description: 'Discipline that was imposed, joined by `; `. Empty: none recorded.',
  },
];
