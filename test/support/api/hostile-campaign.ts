import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Chance } from '../soql/chance.js';
import { addressOf, type ApiCall, exampleCall, without, withValue } from './api-call.js';
import type { AnswerJudge } from './answer-judge.js';
import type { ApiScene, Caller } from './api-scene.js';
import type { DescribedApi, DescribedOperation } from './described-api.js';
import { type Field, fieldsOf } from './fields-of.js';
import { sendCall } from './send-call.js';
import { HOSTILE_TEXTS, HOSTILE_VALUES } from './hostile-values.js';
import { MARKED, SqlWatch } from './sql-watch.js';

/** Bodies with more fields than this get several values at once: what is wrong in each field is told of each. */
const MANY_FIELDS = 40;
const AT_ONCE = 25;
/** A URL without a part, or with dots for one, is another URL before it is sent. */
const MEANS_ANOTHER_ADDRESS = ['', '.', '..'];
/** Node refuses to send a header with these, so that they never reach a server. */
const NOT_IN_HEADERS = /[^\t\x20-\x7e\x80-\xff]/;

export interface HostileTally {
  operations: number;
  fields: number;
  requests: number;
  /** Fields times values */
  values: number;
  /** Operations that answered their own example with a 2xx: the others were refused before their own rules */
  taken: number;
  statuses: Record<string, number>;
  faults: string[];
}

/** Puts hostile values into every field of every operation, one field at a time beside an example that is in order. */
export class HostileCampaign {
  readonly tally: HostileTally = {
    operations: 0,
    fields: 0,
    requests: 0,
    values: 0,
    taken: 0,
    statuses: {},
    faults: [],
  };

  private sql: SqlWatch | undefined;

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly api: DescribedApi,
    private readonly scene: ApiScene,
    private readonly judge: AnswerJudge,
  ) {}

  /** @param share of the values that each field gets, chosen by chance; at least one, and those that are looked for in statements */
  async run(operation: DescribedOperation, chance: Chance, share = 1): Promise<void> {
    this.sql = new SqlWatch();
    await this.runWatched(operation, chance, share).finally(() => this.sql?.stop());
  }

  private async runWatched(operation: DescribedOperation, chance: Chance, share: number): Promise<void> {
    const caller = await this.scene.callerOf(operation);
    const example = exampleCall(operation, caller.known);
    const status = await this.send(operation, caller, example, 'the example');
    this.tally.operations++;
    if (status < 300) this.tally.taken++;
    const fields = fieldsOf(this.api, operation);
    this.tally.fields += fields.length;
    const many = fields.length > MANY_FIELDS ? fields.filter(({ place }) => place === 'body') : [];
    for (const field of fields.filter((each) => !many.includes(each))) {
      if (field.place === 'query' || field.place === 'header')
        await this.send(
          operation,
          caller,
          without(example, field),
          `${field.place} ${String(field.steps[0])} left out`,
        );
      for (const value of [...marksFor(field), ...chosen(valuesFor(field), chance, share)]) {
        this.tally.values++;
        await this.send(operation, caller, withValue(example, field, value), describe(field, value));
      }
    }
    for (let at = 0; at < many.length; at += AT_ONCE)
      await this.together(operation, caller, many.slice(at, at + AT_ONCE), chance, share);
  }

  private async together(
    operation: DescribedOperation,
    caller: Caller,
    fields: Field[],
    chance: Chance,
    share: number,
  ) {
    const example = exampleCall(operation, caller.known);
    for (const first of chosen(HOSTILE_VALUES.keys(), chance, share)) {
      const call = fields.reduce<ApiCall>(
        (before, field, at) => withValue(before, field, HOSTILE_VALUES[(first + at) % HOSTILE_VALUES.length]),
        example,
      );
      this.tally.values += fields.length;
      await this.send(
        operation,
        caller,
        call,
        `${describe(fields[0]!, HOSTILE_VALUES[first])} and ${fields.length - 1} more`,
      );
    }
  }

  private async send(operation: DescribedOperation, caller: Caller, call: ApiCall, what: string): Promise<number> {
    const answer = await sendCall(this.app, {
      ...{ method: operation.method, url: addressOf(operation, call) },
      ...{ headers: { ...caller.headers, ...call.headers } },
      payload: call.body === undefined ? undefined : JSON.stringify(call.body),
    });
    this.tally.requests++;
    this.tally.statuses[answer.status] = (this.tally.statuses[answer.status] ?? 0) + 1;
    const fault = this.judge.fault(operation, answer);
    const [statement] = this.sql?.marked() ?? [];
    if (statement !== undefined)
      this.tally.faults.push(`${operation.operation.operationId}: ${what}: injected: ${statement.slice(0, 300)}`);
    if (fault !== null) this.tally.faults.push(`${operation.operation.operationId}: ${what}: ${fault}`);
    return answer.status;
  }
}

function valuesFor({ place }: Field): readonly unknown[] {
  if (place === 'body') return HOSTILE_VALUES;
  if (place === 'path') return HOSTILE_TEXTS.filter((text) => !MEANS_ANOTHER_ADDRESS.includes(text));
  return place === 'header' ? HOSTILE_TEXTS.filter((text) => !NOT_IN_HEADERS.test(text)) : HOSTILE_TEXTS;
}

function marksFor({ place }: Field): readonly string[] {
  return place === 'header' ? MARKED.filter((text) => !NOT_IN_HEADERS.test(text)) : MARKED;
}

function chosen<T>(values: Iterable<T>, chance: Chance, share: number): T[] {
  const all = [...values];
  if (share >= 1) return all;
  const some = all.filter(() => chance.of(share));
  return some.length > 0 ? some : [chance.from(all)];
}

function describe({ place, steps }: Field, value: unknown): string {
  return `${place} ${steps.join('.')} = ${JSON.stringify(value).slice(0, 60)}`;
}
