import type { ApiSchema } from '../api-description.js';
import { exampleWord } from './example-words.js';

type Schemas = Readonly<Record<string, ApiSchema>>;
const DEEPEST = 8;

/**
 * A value that the schema takes, plain enough to read: the same one each time. What is recursive ends in a list of none.
 * @param name of the field, by which a sensible word is chosen
 */
export function exampleOf(schema: ApiSchema, schemas: Schemas, name = '', within: readonly string[] = []): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.const !== undefined) return schema.const;
  const first = schema.enum?.find((value) => value !== null);
  if (first !== undefined) return first;
  if (schema.default !== undefined && schema.default !== null) return schema.default;
  if (schema.$ref !== undefined) return ofReference(schema.$ref, schemas, name, within);
  const [part] = schema.oneOf ?? schema.anyOf ?? schema.allOf ?? [];
  if (part) return exampleOf(part, schemas, name, within);
  switch ([schema.type].flat().find((type) => type !== 'null')) {
    case 'object':
      return ofObject(schema, schemas, within);
    case 'array':
      return ofArray(schema, schemas, name, within);
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return Math.min(Math.max(numberFor(name), schema.minimum ?? 0), schema.maximum ?? Infinity);
    case 'string':
      return exampleWord(name, schema);
    default:
      return {};
  }
}

const numberFor = (name: string): number => (/year/i.test(name) ? 2026 : 1);

function ofReference($ref: string, schemas: Schemas, name: string, within: readonly string[]): unknown {
  const schema = schemas[$ref.split('/').at(-1) ?? ''];
  if (!schema || within.includes($ref) || within.length >= DEEPEST) return undefined;
  return exampleOf(schema, schemas, name, [...within, $ref]);
}

function ofObject(schema: ApiSchema, schemas: Schemas, within: readonly string[]): Record<string, unknown> {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, property]) => [name, exampleOf(property, schemas, name, within)] as const,
  );
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function ofArray(schema: ApiSchema, schemas: Schemas, name: string, within: readonly string[]): unknown[] {
  const item = schema.items ? exampleOf(schema.items, schemas, name.replace(/s$/, ''), within) : undefined;
  return item === undefined ? [] : [item];
}
