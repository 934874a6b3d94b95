import {
  FORCE_CUT_CAVEATS,
  forceCut,
  forcePeriod,
  forcePlace,
  forceWords,
  incidentKey,
  officerInjured,
  resistanceWords,
  subjectArrested,
  subjectInjured,
} from './force-cut.js';
import type { CutSpec } from './open-spec.js';

export const useOfForceIncidents: CutSpec = {
  ...forceCut,
  dataset: 'use-of-force-incidents',
  title: 'Incidents in which police officers used force',
  oneRow: 'One row is one incident, with all reports of one department on it.',
  caveats: [
    ...FORCE_CUT_CAVEATS,
    'How many people force was used on cannot be told from the reports: several officers may tell of the same person. `subject_races` are those that occur.',
  ],
  unitWord: 'incident',
  by: ['incident'],
  columns: [
    incidentKey,
    forcePeriod,
    forcePlace,
    {
      ...{ name: 'officer_count', title: 'Number of officers', of: 'officer', rule: 'distinct', optional: true },
      description: 'How many officers used force.',
    },
    {
      ...{ name: 'subject_races', title: 'Races', of: 'subject_race', rule: 'words' },
      description: 'Race of the people as the officers saw it, joined by `; `.',
    },
    forceWords,
    resistanceWords,
    subjectInjured,
    subjectArrested,
    officerInjured,
  ],
};
