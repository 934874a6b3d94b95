import type { CharterDocument } from '../../charter/index.js';
import { type Fault, faultIf, termFaults } from './fault.js';
import type { Complainant } from './intake-faults.js';
import type { PersonRole } from './person-role.js';

/** Why this person cannot be added to a case as they are. `anonymous`: the case's complainant chose not to be named. */
export function personFaults(
  person: Complainant & { roles: readonly PersonRole[] },
  { charter, anonymous }: { charter: CharterDocument; anonymous: boolean },
): Fault[] {
  const named = person.name !== undefined || person.contact !== undefined;
  return [
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
