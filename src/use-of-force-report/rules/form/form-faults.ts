import { FORCE_ELEMENTS } from '../force-elements.js';
import { INCIDENT_ELEMENTS } from '../incident-elements.js';
import { OFFICER_ELEMENTS } from '../officer-elements.js';
import type { ProfileDocument } from '../profile/profile-document.js';
import { SUBJECT_ELEMENTS } from '../subject-elements.js';
import type { FormDocument, FormField } from './form-document.js';

/** What does not hold together between a form, its profile and the canonical record, each with its place. */
export function formFaults(form: FormDocument, { lists }: Pick<ProfileDocument, 'lists'>): string[] {
  const parts: [string, readonly FormField[], object][] = [
    ['incident', form.incident, INCIDENT_ELEMENTS],
    ['subjects', form.subjects.fields, SUBJECT_ELEMENTS],
    ['officers', form.officers.fields, OFFICER_ELEMENTS],
    ['force', [...form.force.fields, ...(form.force.summaries ?? [])], FORCE_ELEMENTS],
  ];
  return [
    ...parts.flatMap(([place, fields, elements]) =>
      fields.flatMap((field) => fieldFaults(field, place, elements, lists)),
    ),
    ...(form.force.flat && form.force.fields.length !== 1 ? ['force: what stands without a name is one field'] : []),
    ...(form.form === 'csv' && form.rows === undefined ? ['rows: say what a row is'] : []),
    ...(form.rows === 'officers' && !form.force.flat ? ['force: in a row for each officer it is one field'] : []),
  ];
}

function fieldFaults(field: FormField, place: string, elements: object, lists: ProfileDocument['lists']): string[] {
  const { to, at, as, list, with: second } = field;
  const named = [at, second ?? []].flat();
  const coded = as === 'code' || as === 'codes';
  return [
    ...named
      .filter((name) => !Object.hasOwn(elements, name))
      .map((name) => `${place}/${to}: there is no element ${name}`),
    ...(coded !== (list !== undefined) ? [`${place}/${to}: codes are of a list, and nothing else is`] : []),
    ...(list !== undefined && !Object.hasOwn(lists, list) ? [`${place}/${to}: the profile has no list ${list}`] : []),
  ];
}
