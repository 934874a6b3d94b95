import type { ApiSchema } from './api-description.js';
import { words } from './api-docs.texts.js';

export interface SchemaRow {
  /** `complainant.name`, `items[].id` */
  name: string;
  type: string;
  meaning: string;
}

const DEEPEST = 6;

/** A schema written out as lines, one a field, with what is inside others behind their names. */
export class SchemaRows {
  constructor(private readonly schemas: Readonly<Record<string, ApiSchema>>) {}

  of(schema: ApiSchema, before = '', within: readonly string[] = []): SchemaRow[] {
    const { shape, way, name } = this.inside(schema);
    if (within.length >= DEEPEST || (name !== '' && within.includes(name))) return [];
    const required = shape.required ?? [];
    return Object.entries(shape.properties ?? {}).flatMap(([field, property]) => {
      const full = `${before}${way}${way === '' && before === '' ? '' : '.'}${field}`;
      const type = `${this.typeOf(property)}${required.includes(field) ? `, ${words.required}` : ''}`;
      const meaning = `${property.description ?? ''}${limitsOf(property)}`;
      return [{ name: full, type, meaning }, ...this.of(property, full, [...within, name])];
    });
  }

  typeOf(schema: ApiSchema): string {
    const choices = schema.oneOf ?? schema.anyOf ?? schema.allOf;
    if (choices) return [...new Set(choices.map((choice) => this.typeOf(choice)))].join(' or ');
    if (schema.$ref !== undefined) return this.typeOf(this.resolved(schema));
    if (schema.enum) return schema.enum.map(String).join(' | ');
    const types = [schema.type ?? 'any value'].flat().map((type) => this.named(type, schema));
    return types.join(' or ');
  }

  private named(type: string, { items, format }: ApiSchema): string {
    if (type === 'array') return items ? `list of ${this.typeOf(items)}` : 'list';
    if (format === 'binary') return words.file;
    return format !== undefined && type !== 'null' ? format : type;
  }

  /** The object that lies in it, with `[]` for each list around it. */
  private inside(schema: ApiSchema, way = ''): { shape: ApiSchema; way: string; name: string } {
    const [part] = (schema.oneOf ?? schema.anyOf ?? schema.allOf ?? []).filter(({ type }) => type !== 'null');
    if (part) return this.inside(part, way);
    if (schema.items) return this.inside(schema.items, `${way}[]`);
    const shape = this.resolved(schema);
    if (shape !== schema && !shape.properties) return this.inside(shape, way);
    return { shape, way, name: schema.$ref ?? '' };
  }

  private resolved(schema: ApiSchema): ApiSchema {
    const name = schema.$ref?.split('/').at(-1);
    return name === undefined ? schema : (this.schemas[name] ?? {});
  }
}

function limitsOf({ minLength, maxLength, minimum, maximum, maxItems, default: byDefault }: ApiSchema): string {
  const limits = [
    maxLength === undefined ? '' : `${minLength ?? 0} to ${maxLength} characters`,
    minimum === undefined && maximum === undefined ? '' : `${minimum ?? ''} to ${maximum ?? ''}`,
    maxItems === undefined ? '' : `at most ${maxItems}`,
    byDefault === undefined ? '' : `\`${JSON.stringify(byDefault)}\` when absent`,
  ].filter((limit) => limit !== '');
  return limits.length === 0 ? '' : ` (${limits.join('; ')})`;
}
