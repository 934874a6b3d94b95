import { RESPONSE_STATES } from '../answer.js';
import { DAY_FORMS, FORM_KINDS, WRITINGS } from './form-document.js';

type Schema = Readonly<Record<string, unknown>>;

const word: Schema = { type: 'string', minLength: 1, maxLength: 120 };
const yesNo: Schema = { type: 'boolean' };
const element: Schema = { type: 'string', pattern: '^[A-Za-z]{1,60}$' };
const path: Schema = { type: 'string', pattern: '^[A-Za-z0-9_]+(?:/[A-Za-z0-9_]+)*$', maxLength: 120 };
const oneOf = (words: readonly string[]): Schema => ({ enum: words });
const shape = (properties: Readonly<Record<string, Schema>>, optional: readonly string[]): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

const fields: Schema = {
  type: 'array',
  maxItems: 200,
  items: shape(
    {
      to: path,
      at: { anyOf: [element, { type: 'array', items: element, minItems: 2, maxItems: 5 }] },
      as: oneOf(WRITINGS),
      list: word,
      with: element,
      day: oneOf(DAY_FORMS),
      one: yesNo,
      reads: yesNo,
    },
    ['list', 'with', 'day', 'one', 'reads'],
  ),
};
const part = { at: path, number: path, fields };

/** The form of a programme's form, as JSON Schema. */
export const formSchema: Schema = shape(
  {
    profile: word,
    form: oneOf(FORM_KINDS),
    confirmed: yesNo,
    source: { type: 'string', minLength: 1, maxLength: 1_000 },
    states: shape(Object.fromEntries(RESPONSE_STATES.map((state) => [state, word])), RESPONSE_STATES),
    absent: oneOf(['left-out', 'null']),
    envelope: shape(
      {
        ...{ action: path, time: path, record: path, add: word, remove: word },
        keys: { type: 'array', items: path, minItems: 1, maxItems: 10 },
      },
      [],
    ),
    rows: oneOf(['parts', 'officers']),
    incident: fields,
    subjects: shape(part, ['number']),
    officers: shape(part, ['number']),
    force: shape({ ...part, under: { enum: ['subjects', 'officers', null] }, flat: yesNo, summaries: fields }, [
      'number',
      'flat',
      'summaries',
    ]),
  },
  ['states', 'absent', 'envelope', 'rows'],
);
