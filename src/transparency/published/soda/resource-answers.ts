import { Injectable } from '@nestjs/common';
import { NotFound } from '../../../platform/errors/rule-broken.js';
import type { Kept } from '../cached-answer.js';
import type { PublishedRelease } from '../release-descriptor.js';
import { one } from '../row-query.js';
import type { TypedQuery } from '../soql/typed.js';
import { AnswerQuestion, type SodaFormat } from './answer-question.js';
import { HEADER_TYPES } from './answer-writer.js';
import { DatasetFinder } from './dataset-finder.js';
import { RELEASE } from './soda-parameters.js';
import { readQuestion } from './soda-question.js';

/** A checked question with its release, and how its answer may be kept. */
export interface AskedResource {
  readonly release: PublishedRelease;
  readonly query: TypedQuery;
  readonly format: SodaFormat;
  readonly kept: Kept;
}

const FILE = /^([a-z0-9]{4}-[a-z0-9]{4})(?:\.(json|csv|geojson))?$/;

@Injectable()
export class ResourceAnswers {
  constructor(
    private readonly datasets: DatasetFinder,
    private readonly questions: AnswerQuestion,
  ) {}

  /** @throws NotFound, RuleBroken (400) when the question cannot be answered */
  async ask(file: string, parameters: Readonly<Record<string, unknown>>): Promise<AskedResource> {
    const [, id, format = 'json'] = FILE.exec(file) ?? [];
    if (id === undefined) throw new NotFound();
    const version = one(parameters, RELEASE);
    const release = await this.datasets.find(id, version);
    const query = readQuestion(parameters, release);
    const form = format as SodaFormat;
    return { release, query, format: form, kept: this.questions.keptAs(release, query, form, version !== null) };
  }

  /** The answer's text, with what SODA's clients look for in its headers. */
  async answer(asked: AskedResource, url: string): Promise<{ body: string; headers: Record<string, string> }> {
    const { release, query, format, kept } = asked;
    const { body, full } = await this.questions.answer(release, query, format, kept.etag);
    const next = full && query.limit > 0 ? nextAddress(url, asked) : null;
    const headers = {
      'x-soda2-fields': JSON.stringify(query.outputs.map(({ name }) => name)),
      'x-soda2-types': JSON.stringify(query.outputs.map(({ expression }) => HEADER_TYPES[expression.type])),
      'redress-release': release.version,
      ...(next === null ? {} : { link: `<${next}>; rel="next"` }),
    };
    return { body, headers };
  }
}

/** The next page of this release, whatever is published meanwhile. A whole query in one text says its offset itself. */
function nextAddress(url: string, { release, query: { limit, offset } }: AskedResource): string | null {
  const [path = '', given = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(given);
  if (parameters.has('$query')) return null;
  parameters.set(RELEASE, release.version);
  parameters.set('$offset', String(offset + limit));
  return `${path}?${parameters.toString()}`;
}
