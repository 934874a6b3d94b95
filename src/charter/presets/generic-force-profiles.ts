import type { ForceProfile } from '../rules/force-profile-terms.js';

/** The federal collection, which asks every agency, and a board's own look at all force: a place enacts its state's beside. */
export const genericForceProfiles: ForceProfile[] = [
  {
    profile: 'fbi',
    authority: 'Federal Bureau of Investigation, voluntary (OMB 1110-0071)',
    from: '2019-01-01',
    until: null,
    departments: null,
    closedThrough: null,
  },
  {
    profile: 'local-all-force',
    authority: "A department's own policy: to be replaced by the ordinance or order that it goes by",
    from: '2015-01-01',
    until: null,
    departments: null,
    closedThrough: null,
  },
];
