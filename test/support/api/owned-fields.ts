import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ApiSchema } from '../../../src/api-docs/api-description.js';
import { addressOf, exampleCall } from './api-call.js';
import type { ApiScene } from './api-scene.js';
import type { DescribedApi, DescribedOperation } from './described-api.js';
import { sendCall } from './send-call.js';

/** What the server alone says of a thing, whatever it is called in the answer. */
const ALWAYS = [
  ...['id', 'jurisdictionId', 'version', 'status', 'createdAt', 'updatedAt', 'recordedAt', 'recordedBy', 'approvedBy'],
  ...[
    'staffId',
    'departmentId',
    'complaintId',
    'roles',
    'role',
    'isAdmin',
    'actor',
    'permission',
    'sealed',
    'released',
  ],
];

/** A draft is a text of its writer's own: what is wrong with it is told when it is read, and it is no report. */
const KEPT_AS_TOLD = ['Draft.begin', 'Draft.change'];

export interface OwnedTally {
  operations: number;
  /** Objects of requests, and names that were put into them */
  objects: number;
  fields: number;
  refused: number;
  /** Operations that said no before they looked: their example is refused too */
  unseen: string[];
  accepted: string[];
}

/** Puts into every object of every request what is not the caller's to say: each of it is to be named in the refusal. */
export class OwnedFields {
  readonly tally: OwnedTally = { operations: 0, objects: 0, fields: 0, refused: 0, unseen: [], accepted: [] };

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly api: DescribedApi,
    private readonly scene: ApiScene,
  ) {}

  /** Operations that take a JSON object. */
  get operations(): DescribedOperation[] {
    return this.api.operations.filter(({ operation }) => {
      const schema = operation.requestBody?.content['application/json']?.schema;
      if (KEPT_AS_TOLD.includes(operation.operationId)) return false;
      return schema !== undefined && Object.keys(this.api.schema(schema).properties ?? {}).length > 0;
    });
  }

  async run(described: DescribedOperation): Promise<void> {
    const { operation, method } = described;
    const { schema, example } = operation.requestBody!.content['application/json']!;
    const caller = await this.scene.callerOf(described);
    const call = exampleCall(described, caller.known);
    this.tally.operations++;
    for (const { steps, names } of this.objectsIn(schema!, example, [])) {
      const owned = this.ownedBy(described).filter((name) => !names.includes(name));
      const body = withNames(call.body, steps, owned);
      this.tally.objects++;
      this.tally.fields += owned.length;
      const answer = await sendCall(this.app, {
        ...{ method, url: addressOf(described, call), headers: { ...caller.headers, ...call.headers } },
        payload: JSON.stringify(body),
      });
      const place = `${operation.operationId} /${steps.join('/')}`;
      const told = namedIn(answer.text, steps);
      const missing = owned.filter((name) => !told.has(name));
      this.tally.refused += owned.length - missing.length;
      if (told.size === 0 && answer.status >= 400)
        this.tally.unseen.push(`${place}: ${answer.status} ${answer.text.slice(0, 160)}`);
      else if (missing.length > 0)
        this.tally.accepted.push(`${place}: ${answer.status} ${missing.join(', ')} ${answer.text.slice(0, 200)}`);
    }
  }

  /** The names of its answer, beside those that are always the server's. */
  private ownedBy({ operation }: DescribedOperation): string[] {
    const answers = Object.keys(operation.responses).filter((status) => status.startsWith('2'));
    const named = answers.flatMap((status) => {
      const schema = this.api.response(operation, Number(status))?.content?.['application/json']?.schema;
      return schema ? Object.keys(this.api.schema(schema).properties ?? {}) : [];
    });
    return [...new Set([...ALWAYS, ...named])];
  }

  /** Objects of the example whose names the description lists. */
  private objectsIn(
    schema: ApiSchema,
    value: unknown,
    steps: readonly (string | number)[],
  ): { steps: readonly (string | number)[]; names: string[] }[] {
    const whole = this.api.schema(schema);
    if (Array.isArray(value)) {
      const { items } = whole;
      return items && value.length > 0 ? this.objectsIn(items, value[0], [...steps, 0]) : [];
    }
    if (typeof value !== 'object' || value === null || !whole.properties) return [];
    const { properties } = whole;
    const within = Object.entries(value).flatMap(([name, inner]) =>
      properties[name] ? this.objectsIn(properties[name], inner, [...steps, name]) : [],
    );
    const open = whole.additionalProperties !== undefined && whole.additionalProperties !== false;
    return open ? within : [{ steps, names: Object.keys(properties) }, ...within];
  }
}

function withNames(value: unknown, [step, ...rest]: readonly (string | number)[], names: readonly string[]): unknown {
  if (step === undefined) return { ...(value as object), ...Object.fromEntries(names.map((name) => [name, 'mine'])) };
  if (typeof step === 'number') return (value as unknown[]).map((each) => withNames(each, rest, names));
  return { ...(value as object), [step]: withNames((value as Record<string, unknown>)[step], rest, names) };
}

/** The names that the answer tells of as faults, right below the object. */
function namedIn(text: string, steps: readonly (string | number)[]): Set<string> {
  const below = `/${[...steps, ''].join('/')}`;
  const paths = pathsIn(JSON.parse(text)).filter((path) => path.startsWith(below));
  return new Set(paths.map((path) => path.slice(below.length)));
}

/** Of errors; of a draft or a report that is only looked at, of its faults. */
function pathsIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, inner]) =>
    name === 'path' && typeof inner === 'string' ? [inner] : pathsIn(inner),
  );
}
