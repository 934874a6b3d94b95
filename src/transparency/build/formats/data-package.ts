import type { ListedFile } from '../../verify/index.js';
import type { PublishedManifest, PublishedManifestColumn } from './published-manifest.js';

/** More words than these are not repeated as a constraint: the manifest has them. */
const MOST_WORDS = 200;
const TYPES = { text: 'string', integer: 'integer', boolean: 'boolean', date: 'date' } as const;
const FORMATS: readonly (readonly [ending: string, format: string, mediatype: string])[] = [
  ['.csv.gz', 'csv', 'application/gzip'],
  ['.csv', 'csv', 'text/csv'],
  ['.jsonl.gz', 'jsonl', 'application/gzip'],
  ['.jsonl', 'jsonl', 'application/jsonl'],
  ['.parquet', 'parquet', 'application/vnd.apache.parquet'],
  ['.xlsx', 'xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
];

/** The release as a Data Package 2.0 (datapackage.org): the same table in each of its formats, with sizes, hashes and a Table Schema. */
export function dataPackage(manifest: PublishedManifest, tables: readonly ListedFile[]): object {
  const { dataset, version, title, oneRow, caveats, builtOn, jurisdiction } = manifest;
  const schema = tableSchema(manifest);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `${jurisdiction.slug}-${dataset}`,
    title: `${title}, ${jurisdiction.name}`,
    description: [oneRow, ...caveats].join('\n\n'),
    version,
    created: `${builtOn}T00:00:00Z`,
    contributors: [{ title: jurisdiction.name, roles: ['publisher'] }],
    resources: tables.map((table) => resourceOf(table, schema)),
  };
}

function resourceOf({ name, bytes, sha256 }: ListedFile, schema: object): object {
  const [ending, format, mediatype] = FORMATS.find(([end]) => name.endsWith(end)) ?? [
    '',
    '',
    'application/octet-stream',
  ];
  const file = { path: name, format, mediatype, bytes, hash: `sha256:${sha256}` };
  const dialect = { header: true, delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true };
  return {
    // The CSV file is the release; the others say the same.
    name: ending === '.csv' ? 'data' : name.replaceAll('.', '-'),
    type: 'table',
    ...file,
    ...(ending.endsWith('.gz') ? { compression: 'gz' } : {}),
    ...(format === 'csv' ? { encoding: 'utf-8', dialect } : {}),
    schema,
  };
}

function tableSchema({ columns, dataset, keys }: PublishedManifest): object {
  const foreignKeys = columns.flatMap(({ name, references }) =>
    references ? [foreignKey(name, references, dataset)] : [],
  );
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: columns.map((column) => fieldOf(column, keys !== undefined)),
    missingValues: [''],
    ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
  };
}

function fieldOf(column: PublishedManifestColumn, anonymized: boolean): object {
  const { name, title, type, description, role } = column;
  const shown = column.shownAs === undefined ? '' : ` Shown as: ${column.shownAs}.`;
  return {
    name,
    title,
    type: TYPES[type],
    description: description + shown,
    constraints: constraintsOf(column, anonymized),
    role,
  };
}

function constraintsOf(column: PublishedManifestColumn, anonymized: boolean): object {
  if (column.role === 'key') return anonymized ? { required: true, pattern: '^[0-9a-f]{16}$' } : {};
  const words = column.type === 'text' ? (column.values ?? []).filter((word) => word !== '') : [];
  const required = column.role === 'quasi-identifier' && column.values?.includes('') === false;
  return { required, ...(words.length > 0 && words.length <= MOST_WORDS ? { enum: words } : {}) };
}

/** Into another dataset's release, where the specification has no word for it yet: `package` is its proposed one. */
function foreignKey(field: string, to: NonNullable<PublishedManifestColumn['references']>, dataset: string): object {
  const own = to.dataset === dataset;
  const reference = { resource: own ? '' : 'data', fields: [to.column] };
  return {
    fields: [field],
    reference: own ? reference : { package: `../../${to.dataset}/latest/datapackage.json`, ...reference },
  };
}
