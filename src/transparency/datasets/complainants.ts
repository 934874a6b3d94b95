import type { ReleaseSpec } from './release-spec.js';
import { ageColumn, flatColumn, periodColumn, placeColumn } from './shared-columns.js';

/**
 * Everybody who complained or was a victim, with nothing but what a neighbour may know of them. No finding and no allegation:
 * a column that other tables of the same people have would join rows that no key joins (docs/decisions/0054).
 */
export const complainants: ReleaseSpec = {
  dataset: 'complainants',
  title: 'People who complained about police officers, and victims',
  oneRow: 'One row is one person in one complaint: a complainant or a victim.',
  caveats: [
    'It cannot be joined with any other dataset, on purpose: `complaint_group` is drawn for this dataset alone, and what came of a complaint does not stand here. It may show people of complaints that other datasets leave out, and the other way round.',
    'Complaints that were only filed, declined, referred elsewhere or withdrawn are not in it.',
    'Complaints whose people are described like those of fewer complaints than the stated k were left out whole; the manifest counts them.',
    'Somebody who complained twice stands in it twice: the record does not say who that is.',
  ],
  unit: 'complaint_group',
  unitWord: 'complaint',
  ofComplaints: true,
  columns: [
    {
      ...{ name: 'complaint_group', title: 'Complaint', role: 'key', repeats: false },
      description:
        'People with the same value are of one complaint. A pseudonym of this dataset alone: no other has it.',
    },
    periodColumn({
      ...{ name: 'incident_period', title: 'When it happened', scope: 'unit' },
      description: 'When the incident happened; where that is not recorded, when the complaint was received.',
    }),
    placeColumn(
      {
        ...{ name: 'place', title: 'Where it happened', scope: 'unit' },
        description: 'Police district (and beat) of the incident.',
      },
      ' beat ',
      ['beat', 'district'],
    ),
    flatColumn({ name: 'race', title: 'Race', description: 'Race of the person.', scope: 'row' }, 'race', 'races'),
    flatColumn(
      { name: 'gender', title: 'Gender', description: 'Gender of the person.', scope: 'row' },
      'gender',
      'genders',
    ),
    ageColumn({ name: 'age_range', title: 'Age', description: 'Age of the person at the incident.', scope: 'row' }),
  ],
  officer: null,
  source: `
    SELECT c.id AS complaint_group,
           to_char(coalesce(c.incident_on, (c.received_at AT TIME ZONE here.time_zone)::date), 'YYYY-MM') AS incident_period,
           coalesce(c.district || coalesce(' beat ' || c.beat, ''), 'unknown') AS place,
           p.race,
           p.gender,
           p.age_at_incident AS age_range
      FROM redress.complaint_person p
      JOIN redress.releasable_complaint c ON c.jurisdiction_id = p.jurisdiction_id AND c.id = p.complaint_id
      JOIN redress.jurisdiction here ON here.id = c.jurisdiction_id
     WHERE c.kind = 'complaint'
       AND p.roles && ARRAY['victim', 'complainant'] AND p.ended_at IS NULL
       AND (c.source IS NOT NULL OR c.status NOT IN ('filed', 'declined', 'referred', 'withdrawn'))`,
};
