import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { NotFound } from '../../../platform/errors/rule-broken.js';
import type { Kept } from '../cached-answer.js';
import { type AskedAnswer, FrontDesk } from '../front-desk.js';
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
export class ResourceAnswers implements OnModuleInit {
  constructor(
    private readonly datasets: DatasetFinder,
    private readonly questions: AnswerQuestion,
    private readonly desk: FrontDesk,
  ) {}

  onModuleInit(): void {
    this.desk.take('/resource/:file', (request) => this.atTheDesk(request as FastifyRequest<ResourceRequest>));
  }

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

  /** The answer's text, with what SODA's clients look for in its headers. @throws RuleBroken (400, 410) */
  async answer(asked: AskedResource, url: string): Promise<{ body: string; headers: Record<string, string> }> {
    const { release, query, format, kept } = asked;
    const { body, next } = await this.questions.answer(release, query, format, kept.etag);
    return { body, headers: headersOf(release, query, next === null ? null : nextAddress(url, release, next)) };
  }

  private async atTheDesk({ params, query, url }: FastifyRequest<ResourceRequest>): Promise<AskedAnswer> {
    const asked = await this.ask(params.file, query);
    return { kept: asked.kept, make: () => this.answer(asked, url) };
  }
}

interface ResourceRequest {
  Params: { file: string };
  Querystring: Readonly<Record<string, unknown>>;
}

function headersOf(release: PublishedRelease, { outputs }: TypedQuery, next: string | null): Record<string, string> {
  return {
    'x-soda2-fields': JSON.stringify(outputs.map(({ name }) => name)),
    'x-soda2-types': JSON.stringify(outputs.map(({ expression }) => HEADER_TYPES[expression.type])),
    'redress-release': release.version,
    ...(next === null ? {} : { link: `<${next}>; rel="next"` }),
  };
}

/** The next page of this release, whatever is published meanwhile. A whole query in one text says its offset itself. */
function nextAddress(url: string, { version }: PublishedRelease, offset: string): string | null {
  const [path = '', given = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(given);
  if (parameters.has('$query')) return null;
  parameters.set(RELEASE, version);
  parameters.set('$offset', offset);
  return `${path}?${parameters.toString()}`;
}
