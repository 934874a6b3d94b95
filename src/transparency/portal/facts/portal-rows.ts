import { Injectable } from '@nestjs/common';
import { AnswerQuestion } from '../../published/soda/answer-question.js';
import { readQuestion } from '../../published/soda/soda-question.js';
import type { DatasetFacts } from './dataset-facts.js';

export type Cell = string | boolean | null;

export interface AnsweredRows {
  readonly fields: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Asks the public query engine, as anybody may: a page shows nothing that its own link does not answer. */
@Injectable()
export class PortalRows {
  constructor(private readonly questions: AnswerQuestion) {}

  /** @param soda parameters of SODA 2.1. @throws RuleBroken (400, 410) */
  async ask(facts: DatasetFacts, soda: Iterable<readonly [string, string]>): Promise<AnsweredRows> {
    const query = readQuestion(parametersOf(soda), facts);
    const { etag } = this.questions.keptAs(facts, query, 'json', true);
    const { body } = await this.questions.answer(facts, query, 'json', etag);
    const fields = query.outputs.map(({ name }) => name);
    const rows = JSON.parse(textOf(body)) as Readonly<Record<string, Cell>>[];
    return { fields, rows: rows.map((row) => fields.map((field) => row[field] ?? null)) };
  }
}

const textOf = (body: string | Buffer): string => body.toString();

/** Given twice, a parameter is a list, as in an address. */
function parametersOf(pairs: Iterable<readonly [string, string]>): Record<string, string | string[]> {
  const parameters: Record<string, string | string[]> = {};
  for (const [name, value] of pairs) {
    // Which release it is was settled before.
    if (name === 'release') continue;
    const known = parameters[name];
    parameters[name] = known === undefined ? value : [known, value].flat();
  }
  return parameters;
}
