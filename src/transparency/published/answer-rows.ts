import { Injectable, type OnModuleInit, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ReleaseFiles } from '../../platform/storage/release-files.js';
import { cachedAnswer, etagOf, type Kept } from './cached-answer.js';
import { type AskedAnswer, FrontDesk } from './front-desk.js';
import type { MadeAnswer } from './kept-answers.js';
import { ReleaseCatalogue } from './release-catalogue.js';
import type { PublishedRelease } from './release-descriptor.js';
import { one, readRowQuery, refused, type RowQuery } from './row-query.js';
import { RowReader } from './row.reader.js';
import { sendFile } from './send-file.js';

export interface RowsRequest {
  Params: { jurisdiction: string; dataset: string };
  Querystring: Readonly<Record<string, unknown>>;
}

export interface Question {
  readonly jurisdiction: string;
  readonly dataset: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A checked question with its release, and how its answer may be kept. */
export interface AskedRows {
  readonly release: PublishedRelease;
  readonly query: RowQuery;
  readonly kept: Kept;
}

/** Changed when the same question is answered in another form: old answers are then not taken for new ones. */
const FORM = 2;

@Injectable()
export class AnswerRows implements OnModuleInit {
  constructor(
    private readonly catalogue: ReleaseCatalogue,
    private readonly rows: RowReader,
    private readonly files: ReleaseFiles,
    private readonly desk: FrontDesk,
  ) {}

  onModuleInit(): void {
    this.desk.take('/api/v1/datasets/:jurisdiction/:dataset/rows', async (request) => {
      const asked = request as FastifyRequest<RowsRequest>;
      return wantsCsv(asked) ? null : this.page(asked);
    });
  }

  /** Rows or groups as JSON, with the address of the next page. @throws NotFound, RuleBroken (400, 410) */
  async page({ params, query: parameters, url }: FastifyRequest<RowsRequest>): Promise<AskedAnswer> {
    const asked = await this.ask({ ...params, parameters }, 'application/json');
    const make = async () => {
      const { body, next } = await this.desk.made(asked.kept.etag, () => this.json(asked));
      const link = next === null ? {} : { link: `<${nextAddress(url, next)}>; rel="next"` };
      return { body, headers: { vary: 'accept', 'redress-release': asked.release.version, ...link } };
    };
    return { kept: asked.kept, make };
  }

  /** @throws NotFound, RuleBroken (400) when the question cannot be answered */
  private async ask(
    { jurisdiction, dataset, parameters }: Question,
    type: 'application/json' | 'text/csv',
  ): Promise<AskedRows> {
    const version = one(parameters, 'release');
    const release = await this.catalogue.find(jurisdiction, dataset, version ?? undefined);
    const query = readRowQuery(parameters, release.columns);
    const kept = {
      etag: etagOf(FORM, type, release.id, query),
      type: `${type}; charset=utf-8`,
      immutable: version !== null,
    };
    return { release, query, kept };
  }

  private async json({ release, query }: AskedRows): Promise<MadeAnswer> {
    const head = `{"dataset":${JSON.stringify(release.dataset)},"release":${JSON.stringify(release.version)}`;
    if (query.group.length > 0) {
      const { rows, complete } = await this.rows.counts(release, query);
      return { body: `${head},"complete":${complete},"rows":${rows}}`, next: null };
    }
    const { rows, next } = await this.rows.page(release, query);
    return { body: `${head},"next":${JSON.stringify(next)},"rows":${rows}}`, next };
  }

  /** The file itself when everything is asked for in its own order; else made as it is sent. @throws as `page` */
  async csv(request: FastifyRequest<RowsRequest>, reply: FastifyReply): Promise<StreamableFile | undefined> {
    const asked = await this.ask({ ...request.params, parameters: request.query }, 'text/csv');
    const isFile = request.method !== 'HEAD' && isEverything(asked.query);
    void reply.headers({ vary: 'accept', 'redress-release': asked.release.version });
    const body = await cachedAnswer<FileHandle | StreamableFile>(request, reply, asked.kept, () =>
      isFile ? this.open(asked) : this.stream(asked),
    );
    if (body === undefined || body instanceof StreamableFile) return body;
    await sendFile(reply, body);
    return undefined;
  }

  private async open({ release }: AskedRows): Promise<FileHandle> {
    return open(join(this.files.directoryOf(release), 'data.csv'));
  }

  private async stream({ release, query }: AskedRows): Promise<StreamableFile> {
    const pieces = this.rows.csv(release, query);
    return Promise.resolve(new StreamableFile(Readable.from(pieces, { objectMode: false })));
  }
}

function isEverything({ filters, group, order, limit, after }: RowQuery): boolean {
  return filters.length + group.length === 0 && order === null && limit === null && after === null;
}

/** `format=` says it; else what the client would rather have. @throws RuleBroken bad-value (400) */
export function wantsCsv({ query, headers }: FastifyRequest<RowsRequest>): boolean {
  const format = one(query, 'format');
  if (format !== null && format !== 'json' && format !== 'csv')
    throw refused('bad-value', '`format` is `json` or `csv`.', 'format');
  return format === null ? prefers(headers.accept ?? '', 'text/csv', 'application/json') : format === 'csv';
}

/** Whether the first is named, and is wanted more than the other (RFC 9110, 12.5.1). */
function prefers(accept: string, first: string, other: string): boolean {
  const ranges = accept.split(',').map((range) => {
    const [type = '', ...parameters] = range.replaceAll(/\s/g, '').toLowerCase().split(';');
    const quality = parameters.find((each) => each.startsWith('q='))?.slice(2);
    return { type, quality: quality === undefined ? 1 : Number(quality) };
  });
  const wanted = (type: string): number => ranges.find((range) => range.type === type)?.quality ?? 0;
  return wanted(first) > wanted(other);
}

function nextAddress(url: string, after: string): string {
  const [path = '', query = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('after', after);
  return `${path}?${parameters.toString()}`;
}
