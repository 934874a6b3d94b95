import type { RecordSpec } from './open-spec.js';

export const denominators: RecordSpec = {
  basis: 'public-record',
  dataset: 'denominators',
  title: 'What counts are divided by: people, officers, stops, arrests',
  oneRow: 'One row is one count of one group in one month, by one source.',
  caveats: [
    'A count without a department is of the whole place. Stops and arrests of several months add up; people and officers do not.',
    'Only what stands: a count that was told anew has the higher `version`, and the one before is not in it.',
    'Groups are those of the source; what it did not count by group reads `unknown`.',
  ],
  unitWord: 'count',
  columns: [
    { ...{ name: 'month', title: 'Month', type: 'text' }, description: 'YYYY-MM.' },
    {
      ...{ name: 'department', title: 'Department', type: 'text' },
      description: 'Name of the department. Empty: the whole place.',
    },
    {
      ...{ name: 'measure', title: 'What was counted', type: 'text' },
      description: '`workforce`, `population`, `stops` or `arrests`.',
    },
    {
      ...{ name: 'breakdown', title: 'By', type: 'text' },
      description: '`all`, `race`, `gender` or `age`.',
    },
    {
      ...{ name: 'breakdown_value', title: 'Group', type: 'text' },
      description: 'Which group: a code of the charter, an age band, or `all`.',
    },
    { ...{ name: 'total', title: 'How many', type: 'integer' }, description: 'The count.' },
    { ...{ name: 'source', title: 'Source', type: 'text' }, description: 'Who counted, in the source’s words.' },
    { ...{ name: 'source_url', title: 'Address', type: 'text' }, description: 'Where it stands. Empty: not said.' },
    { ...{ name: 'version', title: 'Version', type: 'integer' }, description: 'Counts how often it was told.' },
  ],
  key: ['month', 'department', 'measure', 'breakdown', 'breakdown_value'],
  order: ['measure', 'month'],
  source: `
    SELECT to_char(d.month, 'YYYY-MM') AS month,
           d.department,
           d.kind AS measure,
           d.grouping AS breakdown,
           c.key AS breakdown_value,
           c.value::text::bigint AS total,
           d.source,
           d.source_url,
           d.version
      FROM published.denominator d
     CROSS JOIN LATERAL jsonb_each(d.counts) AS c
     WHERE d.jurisdiction = $1
       AND NOT EXISTS (SELECT FROM published.denominator later
             WHERE later.jurisdiction = d.jurisdiction AND later.kind = d.kind AND later.grouping = d.grouping
               AND later.month = d.month AND later.department IS NOT DISTINCT FROM d.department AND later.version > d.version)`,
};
