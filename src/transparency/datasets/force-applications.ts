import {
  FORCE_CUT_CAVEATS,
  forceCut,
  forceIdentity,
  forceOfficer,
  forcePeriod,
  forcePlace,
  incidentReference,
  resistanceWords,
  subjectArrested,
  subjectColumns,
  subjectInjured,
} from './force-cut.js';
import type { CutSpec } from './open-spec.js';

/** In which order force was used, and whether it worked, is left out: told for one incident it is a story. */
export const forceApplications: CutSpec = {
  ...forceCut,
  dataset: 'force-applications',
  title: 'Force that police officers used, type by type',
  oneRow: 'One row is one type of force that one officer used on one person, as one report tells it.',
  caveats: [
    ...FORCE_CUT_CAVEATS,
    'The same type of force used twice by one officer on one person is one row. `several` stands for a list that was too long to be told.',
    'Where a report does not attribute force, each of its officers is paired with each of its people.',
  ],
  unitWord: 'incident',
  by: [],
  each: 'force_types',
  where: ['force_types'],
  columns: [
    incidentReference,
    { ...forceOfficer, optional: true },
    forceIdentity,
    forcePeriod,
    forcePlace,
    {
      ...{ name: 'force_type', title: 'Force used', of: 'force_types', rule: 'value' },
      description: 'The type of force, as a code of the charter.',
    },
    ...subjectColumns,
    resistanceWords,
    subjectInjured,
    subjectArrested,
  ],
};
