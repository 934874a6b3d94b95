import { Injectable } from '@nestjs/common';
import { AskRelease } from '../ask-release.js';
import { etagOf, type Kept } from '../cached-answer.js';
import { KeptAnswers, type MadeAnswer } from '../kept-answers.js';
import type { PublishedRelease } from '../release-descriptor.js';
import type { TypedQuery } from '../soql/typed.js';
import type { AnswerWriter } from './answer-writer.js';
import { CsvWriter } from './csv-writer.js';
import { GeoJsonWriter } from './geojson-writer.js';
import { JsonWriter } from './json-writer.js';

export type SodaFormat = 'json' | 'csv' | 'geojson';
const WRITERS: Readonly<Record<SodaFormat, () => AnswerWriter>> = {
  json: () => new JsonWriter(),
  csv: () => new CsvWriter(),
  geojson: () => new GeoJsonWriter(),
};
/** Changed when the same question is answered in another form: old answers are then not taken for new ones. */
const FORM = 1;

@Injectable()
export class AnswerQuestion {
  constructor(
    private readonly rows: AskRelease,
    private readonly kept: KeptAnswers,
  ) {}

  keptAs(release: PublishedRelease, query: TypedQuery, format: SodaFormat, pinned: boolean): Kept {
    const type = `${WRITERS[format]().type}; charset=utf-8`;
    const etag = etagOf('soda', FORM, format, release.id, query);
    return { etag, type, immutable: pinned, modified: release.publishedAt };
  }

  /** `next` is the offset of the next page, if there may be one. @throws RuleBroken soql-value (400), release-withdrawn (410) */
  async answer(release: PublishedRelease, query: TypedQuery, format: SodaFormat, etag: string): Promise<MadeAnswer> {
    return this.kept.of(etag, () => this.write(release, query, WRITERS[format]()));
  }

  private async write(release: PublishedRelease, query: TypedQuery, writer: AnswerWriter): Promise<MadeAnswer> {
    let count = 0;
    writer.begin(query.outputs);
    await this.rows.each(release, query, (row) => {
      writer.row(row);
      count += 1;
    });
    const isFull = count === query.limit && count > 0;
    return { body: writer.end(), next: isFull ? String(query.offset + query.limit) : null };
  }
}
