import fc from 'fast-check';
import { ExampleMaker } from '../../../src/api-docs/description/example-maker.js';
import type { ApiSchema } from '../../../src/api-docs/api-description.js';
import type { DescribedApi, DescribedOperation } from './described-api.js';
import { HOSTILE_TEXTS, HOSTILE_VALUES } from './hostile-values.js';

export interface FuzzedCall {
  path: Record<string, string>;
  query: [string, string][];
  headers: Record<string, string>;
  /** Written out; not always JSON */
  payload: string | undefined;
}

const HEADERS = fc.dictionary(
  fc.constantFrom(
    'accept',
    'if-none-match',
    'if-modified-since',
    'origin',
    'accept-language',
    'x-app-token',
    'range',
    'x-forwarded-for',
    'cookie',
  ),
  fc.oneof(
    fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
    fc.constantFrom('*', '*/*', 'W/"a"', 'bytes=0-', 'application/xml'),
  ),
  { maxKeys: 2 },
);
const ANY_TEXT = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: 'binary', maxLength: 60 }), fc.string());

/** Requests to an operation: some as its schema has them, some spoiled, some of anything at all. */
export function callsOf(
  api: DescribedApi,
  { path, operation }: DescribedOperation,
  known: Readonly<Record<string, string>>,
): fc.Arbitrary<FuzzedCall> {
  const parameters = operation.parameters ?? [];
  const texts = (place: string) => parameters.filter((parameter) => parameter.in === place);
  const real = (name: string, example: unknown) => known[`${path} ${name}`] ?? known[name] ?? String(example);
  const inPath = texts('path').map(({ name, schema, example }): [string, fc.Arbitrary<string>] => [
    name,
    fc.oneof({ weight: 5, arbitrary: fc.constant(real(name, example)) }, textOf(api, schema), ANY_TEXT.filter(isAPart)),
  ]);
  const inQuery = texts('query').map(({ name, schema, example }) =>
    fc.tuple(fc.constant(name), fc.oneof(fc.constant(String(example)), textOf(api, schema), ANY_TEXT)),
  );
  const strange = fc.tuple(ANY_TEXT, ANY_TEXT);
  const schema = operation.requestBody?.content['application/json']?.schema;
  return fc.record({
    path: fc.record(Object.fromEntries(inPath)),
    query: fc.array(
      fc.oneof({ weight: 1, arbitrary: strange }, ...inQuery.map((arbitrary) => ({ weight: 4, arbitrary }))),
      { maxLength: 4 },
    ),
    headers: HEADERS,
    payload: schema ? payloadOf(api, schema) : fc.constant(undefined),
  });
}

/** A URL without a part, or with dots for one, is another URL before it is sent. */
const isAPart = (text: string): boolean => !['', '.', '..'].includes(text);

function payloadOf(api: DescribedApi, schema: ApiSchema): fc.Arbitrary<string> {
  const example = new ExampleMaker(api.description.components.schemas ?? {}).of(schema);
  const written = fc.oneof(
    valueOf(api, schema, 0),
    fc.constant(example),
    fc.jsonValue(),
    fc.constantFrom(...HOSTILE_VALUES),
  );
  const text = written.map((value) => JSON.stringify(value));
  const cut = fc.tuple(text, fc.nat(200)).map(([whole, at]) => whole.slice(0, at));
  return fc.oneof({ weight: 8, arbitrary: text }, { weight: 1, arbitrary: cut }, { weight: 1, arbitrary: fc.string() });
}

function textOf(api: DescribedApi, schema: ApiSchema = {}): fc.Arbitrary<string> {
  return valueOf(api, schema, 0).map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
}

/** A value that the schema takes, mostly. */
function valueOf(api: DescribedApi, reference: ApiSchema, depth: number): fc.Arbitrary<unknown> {
  const schema = api.schema(reference);
  const choices = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (depth > 5) return fc.constant(null);
  if (choices) return fc.oneof(...choices.map((choice) => valueOf(api, choice, depth + 1)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch ([schema.type].flat()[0]) {
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([name, property]) => [
            name,
            spoiled(valueOf(api, property, depth + 1)),
          ]),
        ),
        { requiredKeys: schema.required ?? [] },
      );
    case 'array':
      return fc.array(valueOf(api, schema.items ?? {}, depth + 1), { maxLength: 3 });
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.oneof(
        fc.integer({ min: schema.minimum ?? -5, max: Math.max(schema.minimum ?? -5, schema.maximum ?? 1_000) }),
        fc.double(),
      );
    default:
      return stringOf(schema);
  }
}

function spoiled(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 12, arbitrary: value }, { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_VALUES) });
}

function stringOf(schema: ApiSchema): fc.Arbitrary<string> {
  if (schema.format === 'uuid') return fc.uuid();
  if (schema.format?.startsWith('date')) return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern));
  return fc.string({ minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 60, 300) });
}
