type Schema = Readonly<Record<string, unknown>>;

const word: Schema = { type: 'string', minLength: 1, maxLength: 200 };
const text: Schema = { type: 'string', maxLength: 5_000 };
const count: Schema = { type: 'integer', minimum: 0 };
const positive: Schema = { type: 'integer', minimum: 1 };
const words: Schema = { type: 'array', items: { type: 'string', maxLength: 500 }, maxItems: 100_000 };
const share: Schema = { type: 'number', minimum: 0, maximum: 1 };
const day: Schema = { enum: ['day', 'month', 'year'] };

/** An object with these members and no others. */
const shape = (properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const step: Schema = {
  anyOf: [{ enum: ['month', 'quarter', 'half', 'year'] }, shape({ years: { type: 'integer', minimum: 2 } }, ['years'])],
};
const table: Schema = { type: 'object', additionalProperties: { type: 'string', maxLength: 500 } };
const hierarchy: Schema = {
  description: 'How values may be made coarser: exactly one of file, bands, dates, within, groups, flat.',
  type: 'object',
  properties: {
    file: { ...word, description: 'Beside the spec: one line a value, its words from the value to the coarsest.' },
    bands: { type: 'array', items: positive, minItems: 1, description: 'Widths, each a multiple of the one before.' },
    bottom: { type: 'integer', description: 'With bands: everything below is one.' },
    top: { type: 'integer', description: 'With bands: everything from it on is one.' },
    dates: { type: 'array', items: step, minItems: 1 },
    within: { ...word, description: 'What separates the coarser part, first, from the finer.' },
    groups: { type: 'array', items: table, minItems: 1, description: 'Value → group, then group → group of groups.' },
    flat: { const: true, description: 'The value or nothing.' },
  },
  additionalProperties: false,
  oneOf: ['file', 'bands', 'dates', 'within', 'groups', 'flat'].map((kind) => ({ required: [kind] })),
};

const named = { name: word, description: text };
const quasiIdentifier = shape(
  {
    ...{ ...named, role: { const: 'quasi-identifier' }, hierarchy, levels: words, minLevel: count, maxLevel: count },
    ...{ weight: { type: 'number', minimum: 0 }, perUnit: { type: 'boolean' } },
  },
  ['name', 'role', 'hierarchy'],
);
const matter = shape(
  {
    ...{ ...named, role: { enum: ['sensitive', 'insensitive'] }, dates: day, hierarchy, order: words },
    words: { anyOf: [{ enum: ['common', 'all'] }, words] },
  },
  ['name', 'role'],
);
const other = shape({ ...named, role: { enum: ['identifier', 'unit', 'key', 'subject'] } }, ['name', 'role']);

const model = (
  type: string,
  members: Readonly<Record<string, Schema>>,
  about: readonly string[] = ['attribute'],
): Schema =>
  shape({ type: { const: type }, ...(about.length > 0 ? { attribute: word } : {}), ...members }, [
    'type',
    ...about,
    ...Object.keys(members),
  ]);
const above = (exclusiveMinimum: number): Schema => ({ type: 'number', exclusiveMinimum });
const threshold = { threshold: { type: 'number', exclusiveMinimum: 0, maximum: 1 } };
const models: Schema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['type'],
    discriminator: { propertyName: 'type' },
    oneOf: [
      model('distinct-l', { l: { type: 'integer', minimum: 2 } }),
      model('entropy-l', { l: above(1), estimator: { enum: ['shannon', 'grassberger'] } }),
      model('recursive-cl', { c: above(0), l: { type: 'integer', minimum: 2 } }),
      model('t-closeness', { t: share, distance: { enum: ['equal', 'hierarchical', 'ordered'] } }),
      model('beta-likeness', { beta: above(0), variant: { enum: ['basic', 'enhanced'] } }),
      model('average-risk', threshold, []),
      model('uniqueness', threshold, []),
    ],
  },
};

const metric = shape(
  {
    name: { enum: ['entropy', 'loss', 'precision', 'height', 'discernibility', 'class-size'] },
    monotonic: { type: 'boolean' },
    gsFactor: share,
    aggregate: { enum: ['sum', 'mean', 'geometric-mean', 'maximum', 'rank'] },
  },
  ['name'],
);

/** The form of a release spec; `docs/release-spec.schema.json` is this, written out, and a test holds the two together. */
export const specSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Release spec',
  description: 'How any CSV file is anonymized by `redress anonymize --spec`. Every column of the file needs a role.',
  ...shape(
    {
      $schema: text,
      dataset: { type: 'string', pattern: '^[a-z][a-z0-9-]{2,62}$' },
      title: text,
      description: { ...text, description: 'What one row is.' },
      k: { type: 'integer', minimum: 2, description: 'The fewest distinct people behind one published description.' },
      suppressionLimit: {
        ...share,
        description: 'Largest share of units that may be left out whole; 0.05 when absent.',
      },
      models,
      metric,
      budgetSeconds: {
        ...above(0),
        description: 'After it the best found is taken and the manifest says the gap; 120.',
      },
      seed: { type: 'string', minLength: 16, maxLength: 200 },
      columns: {
        type: 'array',
        minItems: 1,
        maxItems: 500,
        items: {
          type: 'object',
          required: ['name', 'role'],
          discriminator: { propertyName: 'role' },
          oneOf: [quasiIdentifier, matter, other],
        },
      },
    },
    ['dataset', 'k', 'columns'],
  ),
};
