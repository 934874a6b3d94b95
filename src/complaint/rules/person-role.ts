/** How a person stands to what happened; one person may stand in several ways. */
export const PERSON_ROLES = [
  'complainant',
  'victim',
  'witness',
  'third_party',
  'guardian',
  'attorney',
  'police_employee',
  'interpreter',
  'representative',
] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];
