import {
  allegationCount,
  allegationWords,
  COMPLAINT_CUT_CAVEATS,
  complaintCut,
  complaintKey,
  disciplineWords,
  gravest,
  incidentPeriod,
  incidentPlace,
} from './complaint-cut.js';
import type { CutColumn, CutSpec } from './open-spec.js';

const person = (of: string, title: string, description: string): CutColumn => ({
  ...{ name: of, title, description, of, rule: 'value' },
});

/** Channel, month and time to close are left out: who knows the complainant knows them, and k does not count them (decision 7). */
export const complaints: CutSpec = {
  ...complaintCut,
  dataset: 'complaints',
  title: 'Complaints about police officers',
  oneRow: 'One row is one complaint, with everything that it alleges and what came of it.',
  caveats: [
    ...COMPLAINT_CUT_CAVEATS,
    '`disposition` is the gravest of the findings: a complaint of which one allegation was sustained reads `sustained`.',
    'A complaint in which no officer stands accused has no row.',
  ],
  unitWord: 'complaint',
  by: ['complaint'],
  columns: [
    complaintKey,
    incidentPeriod,
    incidentPlace,
    person('complainant_race', 'Race', 'Race of the first victim on record, or of the first complainant.'),
    person('complainant_gender', 'Gender', 'Gender of the first victim on record, or of the first complainant.'),
    person(
      'complainant_age',
      'Age',
      'Age of the first victim on record, or of the first complainant, at the incident.',
    ),
    allegationWords,
    allegationCount,
    {
      ...{ name: 'officer_count', title: 'Number of officers', of: 'officer', rule: 'distinct', optional: true },
      description: 'How many officers stand accused.',
    },
    gravest(
      'recommended_disposition',
      'Recommended disposition',
      'recommended_finding',
      'The gravest of the recommended findings. Empty: none recorded.',
    ),
    gravest('disposition', 'Disposition', 'finding', 'The gravest of the findings that stand. Empty: none recorded.'),
    ...disciplineWords,
  ],
};
