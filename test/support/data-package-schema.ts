/**
 * What the Data Package 2.0 profile (datapackage.org/profiles/2.0) demands, in our own words and as far as a release uses it: its
 * own file is not ours to copy. Stricter than it in that nothing that a release says is left unchecked.
 */
const text = { type: 'string', minLength: 1 };
const path = { type: 'string', pattern: '^((?=[^./~])(?!file:)((?!/\\.\\./)(?!\\\\)(?!://).)*|(http|ftp)s?://.*)$' };

const field = {
  type: 'object',
  required: ['name', 'type'],
  properties: {
    name: text,
    title: text,
    description: text,
    type: { enum: ['string', 'integer', 'boolean', 'date'] },
    role: text,
    constraints: {
      type: 'object',
      properties: {
        required: { type: 'boolean' },
        pattern: text,
        enum: { type: 'array', minItems: 1, uniqueItems: true, items: text },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};

const reference = {
  type: 'object',
  required: ['resource', 'fields'],
  properties: { package: text, resource: { type: 'string' }, fields: { type: 'array', minItems: 1, items: text } },
  additionalProperties: false,
};

const tableSchema = {
  type: 'object',
  required: ['fields'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/tableschema.json' },
    fields: { type: 'array', minItems: 1, items: field },
    missingValues: { type: 'array', items: { type: 'string' } },
    foreignKeys: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['fields', 'reference'],
        properties: { fields: { type: 'array', minItems: 1, items: text }, reference },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};

const resource = {
  type: 'object',
  required: ['name', 'path', 'type', 'format', 'mediatype', 'bytes', 'hash', 'schema'],
  properties: {
    name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
    path,
    type: { const: 'table' },
    format: text,
    mediatype: { type: 'string', pattern: '^(.+)/(.+)$' },
    encoding: text,
    compression: { const: 'gz' },
    bytes: { type: 'integer', minimum: 1 },
    hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
    dialect: {
      type: 'object',
      properties: {
        header: { type: 'boolean' },
        delimiter: text,
        lineTerminator: text,
        quoteChar: text,
        doubleQuote: { type: 'boolean' },
      },
      additionalProperties: false,
    },
    schema: tableSchema,
  },
  additionalProperties: false,
};

export const dataPackageSchema = {
  type: 'object',
  required: ['$schema', 'name', 'resources'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
    title: text,
    description: text,
    version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
    created: { type: 'string', format: 'date-time' },
    contributors: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        minProperties: 1,
        properties: { title: text, roles: { type: 'array', minItems: 1, items: text } },
        additionalProperties: false,
      },
    },
    resources: { type: 'array', minItems: 1, items: resource },
  },
  additionalProperties: false,
};
