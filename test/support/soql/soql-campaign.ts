import { isDeepStrictEqual } from 'node:util';
import type { PublishedRelease } from '../../../src/transparency/published/release-descriptor.js';
import { readQuestion } from '../../../src/transparency/published/soda/soda-question.js';
import { Chance } from './chance.js';
import { mutated } from './mutated-query.js';
import type { PlainTable, ShownRow } from './plain-evaluation.js';
import { PrintedQuery } from './printed-query.js';
import type { TableColumn } from './published-table.js';
import { randomQuery } from './random-query.js';

export interface Tally {
  asked: number;
  answered: number;
  refused: number;
  rows: number;
  /** By code */
  codes: Record<string, number>;
  serverErrors: string[];
  different: string[];
}

type Parameters = Record<string, string>;
interface Given {
  readonly ask: (parameters: Parameters) => Promise<{ status: number; body: unknown }>;
  readonly table: PlainTable;
  readonly columns: TableColumn[];
  readonly rows: number;
}

/**
 * Random questions, which are known as trees before they are written down, and the same spoiled. The first must be answered
 * as the plain evaluation of their tree; the second too, as the engine reads them, or refused with a code and a place.
 */
export class SoqlCampaign {
  readonly tally: Tally = { asked: 0, answered: 0, refused: 0, rows: 0, codes: {}, serverErrors: [], different: [] };
  private last: Parameters = {};

  constructor(private readonly given: Given) {}

  async run(count: number, seed: number): Promise<Tally> {
    const chance = new Chance(seed);
    for (let at = 0; at < count; at++) await (chance.of(0.5) ? this.askRandom(chance) : this.askMutated(chance));
    return this.tally;
  }

  private async askRandom(chance: Chance): Promise<void> {
    const random = randomQuery(chance, this.given.columns);
    const parameters = new PrintedQuery(chance).parameters(random);
    this.last = parameters;
    const { status, body } = await this.ask(parameters);
    if (status !== 200) this.tally.different.push(told(parameters, body, 'an answer'));
    else this.compare(parameters, body, () => this.given.table.answer(random.query));
  }

  private async askMutated(chance: Chance): Promise<void> {
    const random = randomQuery(chance, this.given.columns);
    let parameters = new PrintedQuery(chance).parameters(random);
    for (let times = 1 + chance.to(3); times > 0; times--)
      parameters = wellFormed(mutated(chance, parameters, this.last));
    const { status, body } = await this.ask(parameters);
    if (status === 200) {
      this.compare(parameters, body, () => this.given.table.answer(readQuestion(parameters, this.release)));
    } else if (typeof (body as { code?: unknown } | undefined)?.code !== 'string' || status >= 500) {
      this.tally.serverErrors.push(told(parameters, body, 'a refusal with a code'));
    }
  }

  private async ask(parameters: Parameters): Promise<{ status: number; body: unknown }> {
    const answer = await this.given.ask(parameters);
    this.tally.asked++;
    if (answer.status >= 500) this.tally.serverErrors.push(told(parameters, answer.body, 'no server error'));
    if (answer.status === 200) this.tally.answered++;
    else {
      this.tally.refused++;
      const code = String((answer.body as { code?: unknown } | undefined)?.code);
      this.tally.codes[code] = (this.tally.codes[code] ?? 0) + 1;
    }
    return answer;
  }

  private compare(parameters: Parameters, body: unknown, evaluate: () => ShownRow[]): void {
    this.tally.rows += (body as unknown[]).length;
    let expected: ShownRow[] | string;
    try {
      expected = evaluate();
    } catch (error) {
      expected = String(error);
    }
    if (!isDeepStrictEqual(body, expected)) this.tally.different.push(told(parameters, body, expected));
  }

  private get release(): PublishedRelease {
    const { columns, rows } = this.given;
    return { columns, rows } as unknown as PublishedRelease;
  }
}

const wellFormed = (parameters: Parameters): Parameters =>
  Object.fromEntries(Object.entries(parameters).map(([name, text]) => [name, text.toWellFormed()]));

function told(parameters: Parameters, body: unknown, expected: unknown): string {
  return `${JSON.stringify(parameters)}\n  gave ${JSON.stringify(body ?? null).slice(0, 600)}\n  not  ${JSON.stringify(expected).slice(0, 600)}`;
}
