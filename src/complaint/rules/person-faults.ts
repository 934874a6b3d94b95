import type { CharterDocument } from '../../charter/index.js';
import { type Fault, faultIf, termFaults } from './fault.js';
import type { PersonNoted } from './person-edit.js';
import { standsBehindShield } from './privacy-choice.js';

/** Why this person cannot be noted in a case as they are. `anonymous`: the case's complainant chose not to be named. */
export function personFaults(
  person: PersonNoted,
  { charter, anonymous }: { charter: CharterDocument; anonymous: boolean },
): Fault[] {
  const named = person.name !== undefined || person.contact !== undefined;
  return [
    ...person.roles.flatMap((role, at) => termFaults(`/roles/${at}`, charter.parties.roles, role)),
    ...termFaults('/race', charter.people.races, person.race),
    ...termFaults('/gender', charter.people.genders, person.gender),
    ...faultIf(
      anonymous && named && person.roles.includes('complainant'),
      '/name',
      'complainant-is-anonymous',
      'The complainant chose to stay anonymous: leave out name and contact.',
    ),
  ];
}

/**
 * Why this cannot be noted in place of what was. `shielded`: a name is read on the custodian's grant alone; no edit of
 * roles may be a way around that, so whoever stands behind the shield stays there.
 */
export function personEditFaults(
  former: PersonNoted,
  person: PersonNoted,
  state: { charter: CharterDocument; anonymous: boolean; shielded: boolean },
): Fault[] {
  const unshielded = state.shielded && standsBehindShield(former.roles) && !standsBehindShield(person.roles);
  const left = (role: string) => former.roles.includes(role) && !person.roles.includes(role);
  return [
    ...personFaults(person, state),
    ...faultIf(
      unshielded,
      '/roles',
      'stands-behind-shield',
      'This person is shielded: keep a role that stands behind the shield, or end the entry and add another.',
    ),
    ...faultIf(
      state.anonymous && left('complainant'),
      '/roles',
      'holds-the-receipt',
      'Who complained anonymously holds the receipt of the case: they stay its complainant.',
    ),
  ];
}
