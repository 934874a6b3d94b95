import {
  accusedIdentity,
  accusedOfficer,
  COMPLAINT_CUT_CAVEATS,
  complaintCut,
  complaintReference,
  incidentPeriod,
  incidentPlace,
} from './complaint-cut.js';
import type { CutColumn, CutSpec } from './open-spec.js';

const told = (name: string, title: string, description: string): CutColumn => ({
  ...{ name, title, description, of: name, rule: 'value' },
});

/** Not joined with the board's decisions: their day would lead to the case, and to whom it is about (docs/decisions/0054). */
export const discipline: CutSpec = {
  ...complaintCut,
  dataset: 'discipline',
  title: 'Discipline of police officers, recommended and imposed',
  oneRow: 'One row is one allegation for which discipline was recommended or imposed.',
  caveats: [
    ...COMPLAINT_CUT_CAVEATS,
    'What was recommended and what was imposed stand side by side: where they differ, the chief departed from the recommendation, or an award changed it since.',
    'Empty is not “none”: nothing was recorded.',
  ],
  unitWord: 'complaint',
  by: [],
  where: ['discipline_recommended', 'discipline_imposed'],
  columns: [
    complaintReference,
    accusedOfficer,
    accusedIdentity,
    incidentPeriod,
    incidentPlace,
    told('allegation', 'Allegation', 'What the officer is said to have done, as a code of the charter or its group.'),
    told('recommended_finding', 'Recommended finding', 'What was found before the chief and the final decision.'),
    told('finding', 'Finding', 'What stands.'),
    told('discipline_recommended', 'Discipline recommended', 'Discipline that was recommended for this allegation.'),
    told('discipline_imposed', 'Discipline imposed', 'Discipline that was imposed for this allegation.'),
  ],
};
