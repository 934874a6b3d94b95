import type { ApiSchema } from '../api-description.js';
import { exampleWord } from './example-words.js';
import { writtenExamples } from './written-examples.js';

type Schemas = Readonly<Record<string, ApiSchema>>;
const DEEPEST = 8;

/** Makes values that schemas take, plain enough to read, and the same ones each time. */
export class ExampleMaker {
  /** @param sparse leave out what may be left out */
  constructor(
    private readonly schemas: Schemas,
    private readonly sparse = false,
  ) {}

  /** @param name of the field, by which a sensible word is chosen. What is recursive ends in a list of none. */
  of(schema: ApiSchema, name = '', within: readonly string[] = []): unknown {
    if (schema.example !== undefined) return schema.example;
    if (schema.const !== undefined) return schema.const;
    const first = schema.enum?.find((value) => value !== null);
    if (first !== undefined) return first;
    if (schema.default !== undefined && schema.default !== null) return schema.default;
    if (schema.$ref !== undefined) return this.ofReference(schema.$ref, name, within);
    const [part] = schema.oneOf ?? schema.anyOf ?? schema.allOf ?? [];
    return part ? this.of(part, name, within) : this.ofType(schema, name, within);
  }

  private ofType(schema: ApiSchema, name: string, within: readonly string[]): unknown {
    switch ([schema.type].flat().find((type) => type !== 'null')) {
      case 'object':
        return this.ofObject(schema, within);
      case 'array':
        return this.ofArray(schema, name, within);
      case 'boolean':
        return true;
      case 'integer':
      case 'number':
        return Math.min(Math.max(/year/i.test(name) ? 2026 : 1, schema.minimum ?? 0), schema.maximum ?? Infinity);
      case 'string':
        return exampleWord(name, schema);
      default:
        return {};
    }
  }

  private ofReference($ref: string, name: string, within: readonly string[]): unknown {
    const schemaName = $ref.split('/').at(-1) ?? '';
    const schema = this.schemas[schemaName];
    if (!schema || within.includes($ref) || within.length >= DEEPEST) return undefined;
    return writtenExamples[schemaName] ?? this.of(schema, name, [...within, $ref]);
  }

  private ofObject(schema: ApiSchema, within: readonly string[]): Record<string, unknown> {
    const { properties = {}, required = [] } = schema;
    const leavesOut = this.sparse && required.length > 0;
    const fields = Object.entries(properties)
      .filter(([name]) => !leavesOut || required.includes(name))
      .map(([name, property]) => [name, this.of(property, name, within)] as const);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  }

  private ofArray(schema: ApiSchema, name: string, within: readonly string[]): unknown[] {
    const item = schema.items ? this.of(schema.items, name.replace(/s$/, ''), within) : undefined;
    return item === undefined ? [] : [item];
  }
}
