import type { FormFields } from './form-fields.js';

/**
 * What was written into the complaint form, in the shape that the API takes: who files on a page and who files through a
 * program file the same. What was left blank is left out.
 */
export function complaintOfForm(fields: FormFields, witnessesSaid: string): object {
  const age = fields.said('ageAtIncident');
  const complainant = {
    ...{ name: fields.said('name'), contact: fields.said('contact') },
    ...{ race: fields.said('race'), gender: fields.said('gender') },
    ageAtIncident: age === undefined ? undefined : Number(age),
    roles: fields.ticked('roles'),
  };
  return {
    ...{ kind: fields.said('kind') ?? 'complaint', channel: 'web', anonymous: fields.one('anonymous') === 'yes' },
    narrative: narrativeOf(fields, witnessesSaid),
    ...{ incidentOn: fields.said('incidentOn'), place: fields.said('place'), district: fields.said('district') },
    officerDescription: fields.said('officerDescription'),
    allegations: fields.ticked('allegations'),
    complainant: Object.values(complainant).some((value) => value !== undefined) ? complainant : undefined,
    ...{ privacy: fields.said('privacy'), preferredContact: fields.said('preferredContact') },
    ...{ language: fields.said('language'), accommodations: fields.ticked('accommodations') },
    ...{ retaliationFeared: yes(fields, 'retaliationFeared'), retaliationTold: fields.said('retaliationTold') },
    ...{ pendingCharges: yes(fields, 'pendingCharges'), pendingSuit: yes(fields, 'pendingSuit') },
  };
}

/** Who saw it stands below what happened, under a line that says so: one text, as the person told it. */
function narrativeOf(fields: FormFields, witnessesSaid: string): string {
  const narrative = fields.one('narrative');
  const witnesses = fields.said('witnesses');
  return witnesses === undefined || narrative.trim() === ''
    ? narrative
    : `${narrative}\n\n${witnessesSaid}\n${witnesses}`;
}

/** Nothing when the box is not ticked: that is no "no", it was not said. */
function yes(fields: FormFields, name: string): true | undefined {
  return fields.one(name) === 'yes' ? true : undefined;
}
