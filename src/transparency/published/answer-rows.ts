import { Injectable } from '@nestjs/common';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ReleaseFiles } from '../../platform/storage/release-files.js';
import { etagOf, type Kept } from './cached-answer.js';
import { ReleaseCatalogue } from './release-catalogue.js';
import type { PublishedRelease } from './release-descriptor.js';
import { one, readRowQuery, type RowQuery } from './row-query.js';
import { RowReader } from './row.reader.js';

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
const FORM = 1;

@Injectable()
export class AnswerRows {
  constructor(
    private readonly catalogue: ReleaseCatalogue,
    private readonly rows: RowReader,
    private readonly files: ReleaseFiles,
  ) {}

  /** @throws NotFound, RuleBroken (400) when the question cannot be answered */
  async ask(
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

  /** JSON text, and the parameters of the next page. */
  async json({ release, query }: AskedRows): Promise<{ body: string; next: string | null }> {
    const head = `{"dataset":${JSON.stringify(release.dataset)},"release":${JSON.stringify(release.version)}`;
    if (query.group.length > 0) {
      const { rows, complete } = await this.rows.counts(release, query);
      return { body: `${head},"complete":${complete},"rows":${rows}}`, next: null };
    }
    const { rows, next } = await this.rows.page(release, query);
    return { body: `${head},"next":${JSON.stringify(next)},"rows":${rows}}`, next };
  }

  /** The file itself when everything is asked for. */
  csv({ release, query }: AskedRows): Readable {
    const everything =
      query.filters.length === 0 && query.group.length === 0 && query.order === null && query.limit === null;
    if (everything && query.after === null) return createReadStream(join(this.files.directoryOf(release), 'data.csv'));
    return Readable.from(this.rows.csv(release, query));
  }
}
