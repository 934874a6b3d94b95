import type { Complainant } from './intake-faults.js';
import type { PersonRole } from './person-role.js';

/** What is noted of a person in a case. */
export interface PersonNoted extends Complainant {
  roles: readonly PersonRole[];
  injured?: boolean | undefined;
}

/** What may be noted and taken away again; a role is never taken from somebody who has no other. */
export const PERSON_FIELDS = ['name', 'contact', 'race', 'gender', 'ageAtIncident', 'injured'] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

/** What tells who it is. */
const WHO: readonly PersonField[] = ['name', 'contact'];

export interface PersonEdit extends Partial<PersonNoted> {
  /** What is not to be noted any more */
  remove?: readonly PersonField[] | undefined;
}

/**
 * The person as they are noted after the edit, and what of it is new. What the edit leaves out stands. `hidden`: whoever
 * edits may not know the name; that a guess was right is not told, so what is sent counts as new.
 */
export function editedPerson(
  former: PersonNoted,
  { remove = [], ...told }: PersonEdit,
  hidden = false,
): { person: PersonNoted; changed: string[] } {
  const person: PersonNoted = { ...former };
  for (const field of PERSON_FIELDS) {
    if (remove.includes(field)) person[field] = undefined;
    else if (told[field] !== undefined) Object.assign(person, { [field]: told[field] });
  }
  if (told.roles) person.roles = told.roles;
  const guessed = (field: PersonField) => hidden && WHO.includes(field) && told[field] !== undefined;
  const changed: string[] = PERSON_FIELDS.filter((field) => guessed(field) || person[field] !== former[field]);
  const sameRoles = [...person.roles].sort().join() === [...former.roles].sort().join();
  return { person, changed: sameRoles ? changed : ['roles', ...changed] };
}
