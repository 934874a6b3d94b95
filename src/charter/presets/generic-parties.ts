import type { CaseworkTerms } from '../rules/casework-terms.js';

/** Who stands in a case and for whom, in the field's common words; the roles that people file in are the program's own. */
export const genericParties: CaseworkTerms['parties'] = {
  roles: [
    { code: 'complainant', label: 'Complainant', represents: [] },
    { code: 'victim', label: 'Victim', represents: [] },
    { code: 'witness', label: 'Witness', represents: [] },
    { code: 'subject', label: 'Person whom the police acted against', represents: [] },
    { code: 'third_party', label: 'Third party', represents: [] },
    { code: 'police_employee', label: 'Police employee', represents: [] },
    { code: 'guardian', label: 'Parent or guardian', represents: ['person'] },
    { code: 'attorney', label: 'Attorney', represents: ['person', 'officer'] },
    { code: 'union_representative', label: 'Union representative', represents: ['officer'] },
    { code: 'interpreter', label: 'Interpreter', represents: ['person', 'officer'] },
    { code: 'representative', label: 'Other representative', represents: ['person', 'officer'] },
  ],
  receives: [
    { code: 'notices', label: 'Notices of interviews and dates' },
    { code: 'letters', label: 'Letters' },
    { code: 'status', label: 'Where the case stands' },
    { code: 'statements', label: "Copies of the person's own statements" },
    { code: 'outcome', label: 'Findings and how it ended' },
  ],
  identifiedBy: [
    { code: 'badge', label: 'Badge or employee number' },
    { code: 'roster', label: 'Roster or assignment sheet' },
    { code: 'dispatch', label: 'Dispatch, radio or vehicle records' },
    { code: 'police_report', label: 'Police report' },
    { code: 'video', label: 'Video' },
    { code: 'photo_array', label: 'Photo array shown to a witness' },
    { code: 'own_statement', label: "The officer's own statement" },
    { code: 'other', label: 'Something else' },
  ],
};
