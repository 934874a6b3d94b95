import type { StaffRole } from '../shared/actor.js';

/** Nobody here is real, and no place is called Riverton by accident: it is the demo's. */
export const RIVERTON = { slug: 'riverton', name: 'City of Riverton', timeZone: 'America/Chicago' } as const;

/** Everybody in the demo has this password; `redress demo` prints it. */
export const DEMO_PASSWORD = 'a long walk along the river';

export const STAFF: readonly { signInName: string; displayName: string; roles: readonly StaffRole[] }[] = [
  { signInName: 'ines', displayName: 'Ines, intake', roles: ['intake'] },
  { signInName: 'ivan', displayName: 'Ivan, investigator', roles: ['investigator'] },
  { signInName: 'irma', displayName: 'Irma, investigator', roles: ['investigator'] },
  { signInName: 'sam', displayName: 'Sam, supervisor', roles: ['supervisor'] },
  { signInName: 'clara', displayName: 'Clara, clerk of the board', roles: ['clerk'] },
  { signInName: 'bea', displayName: 'Bea, board member', roles: ['board_member'] },
  { signInName: 'bo', displayName: 'Bo, board member', roles: ['board_member'] },
  { signInName: 'bilal', displayName: 'Bilal, board member', roles: ['board_member'] },
  { signInName: 'rosa', displayName: 'Rosa, records', roles: ['records'] },
  { signInName: 'remy', displayName: 'Remy, records', roles: ['records'] },
  { signInName: 'dana', displayName: 'Dana, director', roles: ['director'] },
  { signInName: 'ada', displayName: 'Ada, administrator', roles: ['administrator'] },
];

export const DEPARTMENTS = [
  { name: 'Riverton Police Department', county: 'River County' },
  { name: 'Riverton Transit Police', county: 'River County' },
] as const;

export const DISTRICTS = { '01': 5, '02': 4, '03': 1 } as const;
export const RACES = { black: 45, hispanic: 25, white: 26, asian: 2, two_or_more: 1 } as const;
export const GENDERS = { male: 62, female: 36, non_binary: 1 } as const;
export const ALLEGATIONS = {
  discourtesy: 30,
  unreasonable_force: 26,
  wrongful_search: 20,
  neglect_of_duty: 12,
  bias: 6,
  refused_identification: 3,
  offensive_language: 2,
  wrongful_detention: 1,
} as const;
export const FINDINGS = { not_sustained: 42, exonerated: 22, unfounded: 18, sustained: 18 } as const;
export const NARRATIVES = [
  'I asked for the reason of the stop and was told to be quiet.',
  'The officer took my bag, emptied it on the street and walked away.',
  'I was pushed against the wall though I had my hands up.',
  'I called three times. Nobody came, and nobody wrote it down.',
  'He would not tell me his name or show me his badge.',
] as const;
