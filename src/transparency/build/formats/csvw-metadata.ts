import type { PublishedManifest } from './published-manifest.js';

const DATATYPES = { text: 'string', integer: 'integer', boolean: 'boolean', date: 'date' } as const;

/** `data.csv` described in W3C's words (CSV on the Web): programs find it under the file's name with `-metadata.json` behind it. */
export function csvwMetadata({
  title,
  oneRow,
  caveats,
  version,
  jurisdiction,
  columns,
  keys,
}: PublishedManifest): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: 'data.csv',
    'dc:title': `${title}, ${jurisdiction.name}`,
    'dc:description': [oneRow, ...caveats].join('\n\n'),
    'dc:publisher': jurisdiction.name,
    'schema:version': version,
    dialect: {
      encoding: 'utf-8',
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      header: true,
      lineTerminators: ['\n'],
    },
    tableSchema: {
      columns: columns.map(({ name, title: titles, type, role, description }) => ({
        name,
        titles: [name, titles],
        datatype: DATATYPES[type],
        required: role === 'key' && keys !== undefined,
        null: '',
        'dc:description': description,
      })),
    },
  };
}
