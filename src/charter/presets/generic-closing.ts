import type { CaseworkTerms, ClosingReason } from '../rules/casework-terms.js';

const without = (code: string, label: string): ClosingReason => ({
  code,
  label,
  genericClass: 'no_finding',
  retentionClass: 'not_sustained',
  withoutFindings: true,
});

/** Why cases end, in the words that agencies publish, and how long each is kept. */
export const genericClosing: CaseworkTerms['closing'] = {
  reasons: [
    {
      code: 'decided',
      label: 'Decided',
      genericClass: 'pending',
      retentionClass: 'not_sustained',
      withoutFindings: false,
    },
    {
      code: 'sustained',
      label: 'Decided, something sustained',
      genericClass: 'sustained',
      retentionClass: 'sustained',
      withoutFindings: false,
    },
    {
      code: 'mediated',
      label: 'Mediated',
      genericClass: 'mediated',
      retentionClass: 'not_sustained',
      withoutFindings: true,
    },
    without('mediation_attempted', 'Mediation attempted'),
    without('duplicate', 'Duplicate of another case'),
    without('withdrawn', 'Withdrawn by the complainant'),
    without('unavailable', 'Complainant unavailable'),
    without('uncooperative', 'Complainant uncooperative'),
    without('no_affidavit', 'No affidavit'),
    without('officer_unidentified', 'Officer not identified'),
    without('pending_litigation', 'Closed for pending litigation'),
    without('supervisor_action', "Settled by the officer's supervisor"),
    without('administrative', 'Closed administratively'),
  ],
  retentionClasses: [
    {
      code: 'not_sustained',
      label: 'Nothing sustained',
      years: 5,
      authority: 'California Penal Code 832.5(b): at least five years',
    },
    {
      code: 'sustained',
      label: 'Something sustained',
      years: 15,
      authority: 'California Penal Code 832.5(b), as amended by SB 16: fifteen years',
    },
    { code: 'permanent', label: 'Permanent', years: null, authority: "The agency's own, unconfirmed" },
  ],
  // The same section speaks of every complaint, whatever became of it.
  ends: { declined: 'not_sustained', referred: 'not_sustained', withdrawn: 'not_sustained' },
  duplicateReason: 'duplicate',
};
