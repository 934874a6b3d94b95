import type { ApiSchema } from '../../../src/api-docs/api-description.js';
import { DescribedApi, type DescribedOperation } from './described-api.js';

/** Documents in a format of others, which is described there whole; ours names what clients of ours need. They show published data. */
const FORMATS_OF_OTHERS = /^\/(?:api\/catalog|api\/views|resource)\b/;

interface Matcher {
  segments: readonly string[];
  operation: DescribedOperation;
}

/** Holds every answer's names against those that the description has: what is in no view goes out by no oversight. */
export class UndescribedKeys {
  private static shared: UndescribedKeys | undefined;
  /** By method and number of segments */
  private readonly operations = new Map<string, Matcher[]>();

  constructor(private readonly api: DescribedApi) {
    for (const operation of api.operations) {
      const segments = operation.path.split('/');
      const kind = `${operation.method.toUpperCase()} ${segments.length}`;
      this.operations.set(kind, [...(this.operations.get(kind) ?? []), { segments, operation }]);
    }
  }

  /** The description is read once a process. */
  static ofAll(): UndescribedKeys {
    return (UndescribedKeys.shared ??= new UndescribedKeys(DescribedApi.read()));
  }

  /** JSON pointers of what the description does not name; empty where it describes no JSON of this status. */
  in(method: string, url: string, { status, body }: { status: number; body: unknown }): string[] {
    if (FORMATS_OF_OTHERS.test(url)) return [];
    const found = this.operationAt(method, url);
    const content = found && this.api.response(found.operation, status)?.content;
    const schema = Object.entries(content ?? {}).find(([type]) => type.endsWith('json'))?.[1].schema;
    return schema ? this.among(schema, body, '') : [];
  }

  private operationAt(method: string, url: string): DescribedOperation | undefined {
    const segments = url.split('?', 1)[0]!.split('/');
    const matching = (this.operations.get(`${method} ${segments.length}`) ?? []).filter((matcher) =>
      matcher.segments.every((segment, at) => segment.includes('{') || segment === segments[at]),
    );
    const named = ({ segments: of }: Matcher): number => of.filter((segment) => segment.includes('{')).length;
    return matching.sort((one, other) => named(one) - named(other))[0]?.operation;
  }

  private among(schema: ApiSchema, value: unknown, at: string): string[] {
    if (typeof value !== 'object' || value === null) return [];
    const whole = this.api.schema(schema);
    const choices = whole.oneOf ?? whole.anyOf;
    if (choices) {
      const found = choices.map((choice) => this.among(choice, value, at));
      return found.sort((one, other) => one.length - other.length)[0] ?? [];
    }
    if (Array.isArray(value)) {
      const { items } = whole;
      return items ? value.flatMap((each, index) => this.among(items, each, `${at}/${index}`)) : [];
    }
    const { properties, rest } = this.namesOf(whole);
    return Object.entries(value).flatMap(([name, inner]) => {
      const known = properties[name];
      if (known) return this.among(known, inner, `${at}/${name}`);
      if (rest === true) return [];
      return rest ? this.among(rest, inner, `${at}/${name}`) : [`${at}/${name}`];
    });
  }

  /** `rest`: what other names may hold; true: anything, where nothing is said of the names */
  private namesOf(schema: ApiSchema): { properties: Record<string, ApiSchema>; rest: boolean | ApiSchema } {
    const parts = (schema.allOf ?? []).map((part) => this.namesOf(this.api.schema(part)));
    const own = schema.properties ?? {};
    const properties = Object.assign({}, ...parts.map((part) => part.properties), own) as Record<string, ApiSchema>;
    const said = [schema.additionalProperties, ...parts.map(({ rest }) => rest)].filter((each) => each !== undefined);
    const rest = said.find((each) => each !== false) ?? Object.keys(properties).length === 0;
    return { properties, rest };
  }
}
