import type { ReleaseSpec } from './release-spec.js';
import { ageColumn, flatColumn, periodColumn, placeColumn } from './shared-columns.js';

/**
 * Left out on purpose: weather, lighting, setting, location, contact reason and incident type (a bystander knows them);
 * condition and medical aid (health); age, race, gender and rank of the officer (they would name whom the pseudonym hides);
 * the subject's actions (told in words in some sources); everything that only the original form says.
 */
export const useOfForce: ReleaseSpec = {
  dataset: 'use-of-force',
  title: 'Uses of force by police officers',
  oneRow:
    'One row is one officer’s use of force on one person, as one report tells it; where a report does not say who used force on whom, each of its officers is paired with each of its people.',
  caveats: [
    'To count incidents, count the distinct values of `incident`, not rows: several officers report on the same incident.',
    'Only reports that the oversight body accepted, and reports taken over from older records, are in this dataset. Force on animals is not.',
    'Where a report does not attribute force, `force_types` is the whole report’s.',
    'Incidents whose description fewer incidents share than the stated k were left out whole; the manifest counts them, in steps where it names an epoch.',
    'Pseudonyms are drawn anew for each release, or for each epoch where the manifest names one (`series`): those of two cannot be joined. Within an epoch what is new or corrected waits until enough share it, for up to a year. Whoever already knows which incidents an officer was in can find the officer’s pseudonym.',
    'Two incidents count as two people: the record does not say whom force was used on twice.',
  ],
  unit: 'incident',
  unitWord: 'incident',
  columns: [
    {
      name: 'incident',
      title: 'Incident',
      description:
        'Pseudonym of the incident, for this release (or its epoch) only: all reports of one department under one incident number.',
      role: 'key',
      repeats: false,
    },
    {
      name: 'officer',
      title: 'Officer',
      description:
        'Pseudonym of the officer, for this release (or its epoch) only. An officer whom the report does not name has one for each report.',
      role: 'key',
      repeats: true,
    },
    periodColumn({
      name: 'incident_period',
      title: 'When it happened',
      description: 'When force was used.',
      scope: 'row',
    }),
    placeColumn(
      { name: 'place', title: 'Department', description: 'County (and department) of the officer.', scope: 'unit' },
      ' / ',
      ['department', 'county'],
    ),
    flatColumn(
      { name: 'subject_race', title: 'Race', description: 'Race of the person as the officer saw it.', scope: 'row' },
      'race',
      'races',
    ),
    flatColumn(
      {
        name: 'subject_gender',
        title: 'Gender',
        description: 'Gender of the person as the officer saw it.',
        scope: 'row',
      },
      'gender',
      'genders',
    ),
    ageColumn({ name: 'subject_age', title: 'Age', description: 'Age of the person.', scope: 'row' }),
    {
      name: 'force_types',
      title: 'Force used',
      description: 'Codes of the charter, joined by `; `. Empty: none recorded.',
      role: 'insensitive',
      type: 'text',
      vocabulary: 'forceTypes',
      list: true,
    },
    {
      name: 'resistance',
      title: 'Resistance',
      description: 'How the person resisted, as the officer reports it, joined by `; `. Empty: none recorded.',
      role: 'insensitive',
      type: 'text',
      list: true,
    },
    {
      name: 'subject_injured',
      title: 'Person injured',
      description: 'Whether the person was injured. Empty: not recorded.',
      role: 'sensitive',
      type: 'boolean',
      reported: true,
    },
    {
      name: 'subject_arrested',
      title: 'Person arrested',
      description: 'Whether the person was arrested. Empty: not recorded.',
      role: 'sensitive',
      type: 'boolean',
      reported: true,
    },
    {
      name: 'officer_injured',
      title: 'Officer injured',
      description: 'Whether the officer was injured. Empty: not recorded.',
      role: 'insensitive',
      type: 'boolean',
    },
  ],
  officer: {
    key: 'officer',
    id: 'officer_id',
    name: 'officer_name',
    rank: 'officer_rank',
    on: 'occurred_on',
    outcome: null,
    forceTypes: 'force_types',
  },
  source: `
    SELECT r.department_id || '|' || r.incident_number AS incident,
           coalesce(o.officer_id::text, r.id || '|' || o.sequence) AS officer,
           to_char(r.occurred_on, 'YYYY-MM') AS incident_period,
           coalesce(d.county, 'unknown') || ' / ' || d.name AS place,
           s.race AS subject_race,
           s.gender AS subject_gender,
           s.age AS subject_age,
           applied.force_types,
           array_to_string(ARRAY(SELECT DISTINCT unnest(s.resistance) ORDER BY 1), '; ') AS resistance,
           s.injured::text AS subject_injured,
           s.arrested::text AS subject_arrested,
           o.injured::text AS officer_injured,
           o.officer_id,
           officer.name AS officer_name,
           coalesce(o.rank, officer.rank) AS officer_rank,
           r.occurred_on
      FROM redress.use_of_force_report r
      JOIN redress.department d ON d.jurisdiction_id = r.jurisdiction_id AND d.id = r.department_id
      JOIN redress.use_of_force_subject s ON s.jurisdiction_id = r.jurisdiction_id AND s.report_id = r.id
      JOIN redress.use_of_force_officer o ON o.jurisdiction_id = r.jurisdiction_id AND o.report_id = r.id
      LEFT JOIN redress.officer officer ON officer.jurisdiction_id = o.jurisdiction_id AND officer.id = o.officer_id
      CROSS JOIN LATERAL (
        SELECT string_agg(DISTINCT f.force_type, '; ') FILTER (WHERE (f.officer_sequence IS NULL OR f.officer_sequence = o.sequence)
                 AND (f.subject_sequence IS NULL OR f.subject_sequence = s.sequence)) AS force_types,
               count(*) AS of_report
          FROM redress.force_application f
         WHERE f.jurisdiction_id = r.jurisdiction_id AND f.report_id = r.id
      ) applied
     WHERE r.status = 'accepted'
       AND s.kind <> 'animal'
       AND (applied.force_types IS NOT NULL OR applied.of_report = 0)`,
};
