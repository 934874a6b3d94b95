import { EPOCHS, OFFICER_IDENTITIES } from './publication-terms.js';
import { GENERIC_CLASSES } from './term.js';

type Schema = Readonly<Record<string, unknown>>;

const number: Schema = { type: 'number' };
const word: Schema = { type: 'string', minLength: 1, maxLength: 200 };
const words: Schema = { type: 'array', items: word, maxItems: 1_000 };
const day: Schema = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' };
const identity: Schema = { enum: OFFICER_IDENTITIES };

const shape = (properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const model = (type: string, members: Readonly<Record<string, Schema>>): Schema =>
  shape({ type: { const: type }, attribute: word, ...members }, ['type', 'attribute', ...Object.keys(members)]);

/** A demand by its type, so that what is wrong is said of that type alone. */
const demand: Schema = {
  type: 'object',
  required: ['type'],
  discriminator: { propertyName: 'type' },
  oneOf: [
    model('distinct-l', { l: number }),
    model('entropy-l', { l: number, estimator: { enum: ['shannon', 'grassberger'] } }),
    model('recursive-cl', { c: number, l: number }),
    model('t-closeness', { t: number, distance: { enum: ['equal', 'ordered'] } }),
    model('beta-likeness', { beta: number, variant: { enum: ['basic', 'enhanced'] } }),
    shape({ type: { const: 'average-risk' }, threshold: number }, ['type', 'threshold']),
    shape({ type: { const: 'uniqueness' }, threshold: number }, ['type', 'threshold']),
  ],
};

const exception = shape(
  {
    ...{ identity, authority: { type: 'string', minLength: 1, maxLength: 2_000 } },
    ...{ outcomes: { type: 'array', items: { enum: GENERIC_CLASSES } }, ranks: words, forceTypes: words },
    ...{ from: day, until: day },
  },
  ['identity', 'authority'],
);

const dataset = shape(
  {
    k: number,
    suppressionLimit: number,
    models: { type: 'array', items: demand, maxItems: 50 },
    asItIs: words,
    epoch: { enum: EPOCHS },
    weights: { type: 'object', additionalProperties: { type: 'number' } },
    officers: shape({ identity, exceptions: { type: 'array', items: exception, maxItems: 100 } }, [
      'identity',
      'exceptions',
    ]),
  },
  [],
);

const catalogue = shape(
  {
    publisher: word,
    contact: shape(
      // As DCAT-US 3.0 takes it.
      {
        name: word,
        email: { type: 'string', pattern: "^[\\w~!$&'()*+,;=:.-]+@[\\w-]+(\\.[\\w-]+)+$", maxLength: 200 },
      },
      ['name', 'email'],
    ),
    licence: { type: 'string', pattern: '^https?://[!-~]+$', maxLength: 500 },
    themes: { type: 'array', items: word, minItems: 1, maxItems: 20, uniqueItems: true },
  },
  [],
);

/** The form of a charter's rules of publication, as JSON Schema. */
export const publicationSchema: Schema = shape(
  {
    k: number,
    suppressionLimit: number,
    fiscalYearStartMonth: number,
    catalogue,
    datasets: { type: 'object', additionalProperties: dataset, propertyNames: { pattern: '^[a-z][a-z0-9-]{2,62}$' } },
  },
  ['k', 'suppressionLimit'],
);
