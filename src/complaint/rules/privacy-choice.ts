import type { CharterDocument } from '../../charter/index.js';
import { termOf } from '../../charter/index.js';
import { type Fault, faultIf, termFaults } from './fault.js';
import type { PersonRole } from './person-role.js';

/** Why this privacy choice does not go with the rest; an empty list is a yes. */
export function privacyFaults(charter: CharterDocument, privacy: string | undefined, anonymous: boolean): Fault[] {
  const { privacyChoices } = charter.complainants;
  const open = privacy !== undefined && termOf(privacyChoices, privacy)?.shielded === false;
  return [
    ...termFaults('/privacy', privacyChoices, privacy),
    ...faultIf(
      anonymous && open,
      '/privacy',
      'anonymous-but-open',
      'Choose one: stay anonymous, or let your name be known with this choice and set anonymous to false.',
    ),
  ];
}

/** The custodian alone lets somebody read who it is. Who is anonymous has told nothing that could be shielded. */
export function isShielded(charter: CharterDocument, privacy: string | undefined, anonymous: boolean): boolean {
  if (anonymous || privacy === undefined) return false;
  return termOf(charter.complainants.privacyChoices, privacy)?.shielded ?? false;
}

/** Whose names do not tell who complains. Of a role that only a place's charter knows it is not taken for granted. */
const OUTSIDE_THE_SHIELD: readonly PersonRole[] = [
  'witness',
  'third_party',
  'police_employee',
  'subject',
  'union_representative',
];

/** Who complains, and those whose name would tell who it is. */
export function standsBehindShield(roles: readonly PersonRole[]): boolean {
  return roles.some((role) => !OUTSIDE_THE_SHIELD.includes(role));
}
