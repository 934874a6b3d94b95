import type { Mapping } from '../../src/use-of-force-report/index.js';

/** A table of one row for each officer and subject: columns and words of a department's own. */
export function simpleMapping(county: Mapping['incident'][string] = { column: 'County' }): Mapping {
  return {
    groupBy: ['Report'],
    separator: ';',
    placeholders: { 'n/a': 'not_applicable', unknown: 'unknown_final', 'to follow': 'pending' },
    vocabularies: { races: { B: 'black', W: 'white', H: 'hispanic' }, sexes: { M: 'male', F: 'female' } },
    incident: {
      reportNumber: { column: 'Report' },
      incidentNumber: { column: 'Case' },
      occurredOn: { column: 'Date', as: 'day', format: 'M/D/YYYY' },
      occurredHour: { column: 'Time', as: 'hour' },
      municipality: { column: 'City' },
      county,
      weather: { column: 'Weather', as: 'words' },
    },
    subjects: [
      {
        from: 'row',
        key: ['Subject'],
        fields: {
          kind: { value: 'person' },
          age: { column: 'Age', as: 'number' },
          race: { column: 'Race', words: 'races' },
          gender: { column: 'Sex', words: 'sexes' },
          injured: { column: 'Hurt', as: 'yes-or-no', default: false },
        },
      },
    ],
    officers: [{ from: 'row', key: ['Badge'], fields: { badgeNumber: { column: 'Badge' }, rank: { column: 'Rank' } } }],
    force: [
      {
        from: 'lists',
        fields: {
          officer: { link: { to: 'officers', by: 'row' } },
          subject: { link: { to: 'subjects', by: 'row' } },
          forceType: {
            column: 'Force',
            words: { 'Take down, head': 'take_down', Taser: 'electronic_control' },
            otherwise: 'other',
          },
          effective: { column: 'Worked', as: 'yes-or-no' },
        },
      },
    ],
  };
}
