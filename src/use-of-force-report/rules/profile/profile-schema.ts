import { RESPONSE_STATES } from '../answer.js';
import { COMPARISONS, LEVELS, SCOPES } from './profile-document.js';

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string', minLength: 1, maxLength: 1_000 };
const word: Schema = { type: 'string', minLength: 1, maxLength: 120 };
const code: Schema = { type: 'string', pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$', maxLength: 60 };
const path: Schema = { type: 'string', pattern: '^(?:[@/]?[A-Za-z]+(?:/[A-Za-z]+)*)$', maxLength: 120 };
const day: Schema = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' };
const number: Schema = { type: 'number' };
const yesNo: Schema = { type: 'boolean' };
const oneOf = (words: readonly string[]): Schema => ({ enum: words });
const list = (items: Schema, least = 0): Schema => ({ type: 'array', items, minItems: least, maxItems: 500 });
const orList = (items: Schema): Schema => ({ anyOf: [items, list(items, 1)] });
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const condition: Schema = { $ref: '#/$defs/condition' };

/** An object with these members and no others. @param optional those of them that may be missing */
const shape = (properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

const items = oneOf(['subjects', 'officers', 'force']);
const conditions: Schema = {
  anyOf: [
    shape({ all: list(condition, 1) }),
    shape({ any: list(condition, 1) }),
    shape({ not: condition }),
    shape({ at: orList(path), equals: { type: ['string', 'number', 'boolean'] } }),
    shape({ at: orList(path), in: { anyOf: [list(word, 1), shape({ set: word })] } }),
    shape({ at: orList(path), present: yesNo }),
    shape({ at: orList(path), state: orList(oneOf(RESPONSE_STATES)) }),
    shape({ at: path, count: shape({ least: number, most: number }, ['least', 'most']) }),
    shape({
      at: path,
      compare: oneOf(COMPARISONS),
      to: { anyOf: [number, text, shape({ at: path }), shape({ count: path })] },
    }),
    shape({ each: items, must: condition }),
    shape({ some: items, where: condition }),
    shape({ function: word, from: path, to: path, most: number }),
  ],
};

const listedCode = shape({ code: word, label: text, from: list(word) }, ['from']);
const codeList = shape(
  {
    codes: list(listedCode, 1),
    alone: list(word),
    codesAreWords: yesNo,
    states: { ...shape(Object.fromEntries(RESPONSE_STATES.map((state) => [state, word]))), required: [] },
    confirmed: yesNo,
    source: text,
  },
  ['alone', 'codesAreWords', 'states', 'source'],
);
const span = shape({ least: number, most: number });

const element = shape(
  {
    code,
    programmeName: text,
    scope: oneOf(SCOPES),
    at: orList(path),
    label: text,
    ask: { anyOf: [oneOf(['required', 'optional']), shape({ when: condition })] },
    level: oneOf(LEVELS),
    states: { type: 'array', items: oneOf(RESPONSE_STATES), uniqueItems: true },
    list: word,
    with: path,
    // A class of characters and nothing else: what is tried on a value takes time in step with its length.
    form: shape({ characters: { type: 'string', pattern: '^[A-Za-z0-9 ._/:-]+$' }, least: number, most: number }),
    range: span,
    most: number,
    unasked: oneOf(LEVELS),
    mend: text,
    confirmed: yesNo,
  },
  ['programmeName', 'level', 'list', 'with', 'form', 'range', 'most', 'unasked', 'confirmed'],
);

const rule = shape(
  {
    code,
    level: oneOf(LEVELS),
    scope: oneOf(SCOPES),
    when: condition,
    must: condition,
    at: path,
    mend: text,
    needs: list(word),
    confirmed: yesNo,
  },
  ['when', 'at', 'needs', 'confirmed'],
);

/** The form of a profile, as JSON Schema: what has not this form is not asked whether it holds together. */
export const profileSchema: Schema = {
  ...shape(
    {
      id: code,
      version: { type: 'string', pattern: '^[0-9A-Za-z.-]{1,20}$' },
      title: text,
      authority: text,
      sources: list(text),
      effective: shape({ from: day, until: orNull(day) }),
      cadence: shape({
        every: oneOf(['month', 'year', 'incident']),
        dueDays: orNull(number),
        zeroReport: yesNo,
        confirmed: yesNo,
      }),
      reportable: shape(
        { criteria: list(shape({ code, says: text, when: condition }), 1), otherwise: text, openWhen: condition },
        ['openWhen'],
      ),
      among: shape({ subjects: condition, officers: condition, force: condition }, ['subjects', 'officers', 'force']),
      sets: { type: 'object', additionalProperties: list(word, 1) },
      lists: { type: 'object', additionalProperties: codeList },
      elements: list(element, 1),
      rules: list(rule),
    },
    ['among', 'sets'],
  ),
  $defs: { condition: conditions },
};
