import {
  accusedIdentity,
  accusedOfficer,
  allegationCount,
  allegationWords,
  COMPLAINT_CUT_CAVEATS,
  complaintCut,
  complaintReference,
  disciplineWords,
  gravest,
  incidentPeriod,
  incidentPlace,
} from './complaint-cut.js';
import type { CutSpec } from './open-spec.js';

const { optional: _, ...officerOf } = accusedOfficer;

/** Cannot be made where the charter hides officers altogether: then no row of the source says whose it is. */
export const complaintOfficers: CutSpec = {
  ...complaintCut,
  dataset: 'complaint-officers',
  title: 'Officers in complaints',
  oneRow: 'One row is one accused officer in one complaint; an officer has a row for each complaint.',
  caveats: [
    ...COMPLAINT_CUT_CAVEATS,
    'To count officers, count the distinct values of `officer`. An officer who was never identified has one for each complaint; witnesses are not in it.',
    '`finding` is the gravest of the findings on this officer in this complaint.',
  ],
  unitWord: 'complaint',
  by: ['complaint', 'officer'],
  columns: [
    complaintReference,
    officerOf,
    accusedIdentity,
    incidentPeriod,
    incidentPlace,
    allegationWords,
    allegationCount,
    gravest(
      'recommended_finding',
      'Recommended finding',
      'recommended_finding',
      'The gravest of the recommended findings. Empty: none recorded.',
    ),
    gravest('finding', 'Finding', 'finding', 'The gravest of the findings that stand. Empty: none recorded.'),
    ...disciplineWords,
  ],
};
