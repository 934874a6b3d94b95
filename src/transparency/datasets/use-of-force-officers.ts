import {
  FORCE_CUT_CAVEATS,
  forceCut,
  forceIdentity,
  forceOfficer,
  forcePeriod,
  forcePlace,
  forceWords,
  incidentReference,
  officerInjured,
} from './force-cut.js';
import type { CutSpec } from './open-spec.js';

export const useOfForceOfficers: CutSpec = {
  ...forceCut,
  dataset: 'use-of-force-officers',
  title: 'Officers who used force',
  oneRow: 'One row is one officer in one incident, with all force that the officer used in it.',
  caveats: [
    ...FORCE_CUT_CAVEATS,
    'To count officers, count the distinct values of `officer`. An officer whom no report names has one for each report.',
  ],
  unitWord: 'incident',
  by: ['incident', 'officer'],
  columns: [incidentReference, forceOfficer, forceIdentity, forcePeriod, forcePlace, forceWords, officerInjured],
};
