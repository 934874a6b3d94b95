import type { ReleaseSpec } from './release-spec.js';
import { ageColumn, flatColumn, periodColumn, placeColumn } from './shared-columns.js';

/**
 * People on whom force was used, with nothing but what a bystander may know of them. Which force, and whether they were
 * injured, stands in use-of-force alone: told in both, it would join rows that no key joins (docs/decisions/0054).
 */
export const useOfForceSubjects: ReleaseSpec = {
  dataset: 'use-of-force-subjects',
  title: 'People on whom police officers used force',
  oneRow: 'One row is one person on whom force was used, as one report tells it.',
  caveats: [
    'It cannot be joined with any other dataset, on purpose: `incident_group` is drawn for this dataset alone, and injuries, arrests and the force that was used do not stand here. It may show people of incidents that other datasets leave out, and the other way round.',
    'Only reports that the oversight body accepted, and reports taken over from older records, are in it. Force on animals is not.',
    'Where several reports tell of one incident, each tells its people: one person may have several rows.',
    'Incidents whose people are described like those of fewer incidents than the stated k were left out whole; the manifest counts them.',
  ],
  unit: 'incident_group',
  unitWord: 'incident',
  columns: [
    {
      ...{ name: 'incident_group', title: 'Incident', role: 'key', repeats: false },
      description:
        'People with the same value are of one incident. A pseudonym of this dataset alone: no other has it.',
    },
    periodColumn({
      ...{ name: 'incident_period', title: 'When it happened', scope: 'row' },
      description: 'When force was used.',
    }),
    placeColumn(
      {
        ...{ name: 'place', title: 'Department', scope: 'unit' },
        description: 'County (and department) of the officers.',
      },
      ' / ',
      ['department', 'county'],
    ),
    flatColumn(
      { name: 'race', title: 'Race', description: 'Race of the person as the officer saw it.', scope: 'row' },
      'race',
      'races',
    ),
    flatColumn(
      { name: 'gender', title: 'Gender', description: 'Gender of the person as the officer saw it.', scope: 'row' },
      'gender',
      'genders',
    ),
    ageColumn({ name: 'age_range', title: 'Age', description: 'Age of the person.', scope: 'row' }),
  ],
  officer: null,
  source: `
    SELECT r.department_id || '|' || r.incident_number AS incident_group,
           to_char(r.occurred_on, 'YYYY-MM') AS incident_period,
           coalesce(d.county, 'unknown') || ' / ' || d.name AS place,
           s.race,
           s.gender,
           s.age AS age_range
      FROM redress.use_of_force_report r
      JOIN redress.department d ON d.jurisdiction_id = r.jurisdiction_id AND d.id = r.department_id
      JOIN redress.use_of_force_subject s ON s.jurisdiction_id = r.jurisdiction_id AND s.report_id = r.id
     WHERE r.status = 'accepted'
       AND s.kind <> 'animal'`,
};
