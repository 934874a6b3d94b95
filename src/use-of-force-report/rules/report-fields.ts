import { animalsHaveNoRace, injuriesNeedInjury } from './cross-checks.js';
import { FORCE_ELEMENTS } from './force-elements.js';
import { fieldTable, listOf } from './field-table.js';
import { INCIDENT_ELEMENTS } from './incident-elements.js';
import { OFFICER_ELEMENTS } from './officer-elements.js';
import type { OfficerDraft, SubjectDraft } from './report-draft.js';
import { SUBJECT_ELEMENTS } from './subject-elements.js';

const SUBJECT = fieldTable(SUBJECT_ELEMENTS, ['kind']);
const OFFICER = fieldTable(OFFICER_ELEMENTS, []);
const FORCE = fieldTable(FORCE_ELEMENTS, ['forceType'], ['forceType']);

/** The elements of a report, those of every programme; which of them a programme asks for, its profile says. */
export const REPORT = fieldTable(
  {
    ...INCIDENT_ELEMENTS,
    subjects: {
      check: listOf<SubjectDraft>(SUBJECT, 20, (subject, faults) => {
        injuriesNeedInjury(subject, faults);
        animalsHaveNoRace(subject, faults);
      }),
    },
    officers: { check: listOf<OfficerDraft>(OFFICER, 20, injuriesNeedInjury) },
    force: { check: listOf(FORCE, 50) },
  },
  ['reportNumber', 'incidentNumber', 'occurredOn', 'subjects', 'officers', 'force'],
);
