import { Injectable } from '@nestjs/common';
import { RuleBroken } from '../../../platform/errors/rule-broken.js';
import { PublishedDatabase } from '../../../platform/postgres/published-database.js';
import { etagOf, type Kept } from '../cached-answer.js';
import type { PublishedRelease } from '../release-descriptor.js';
import { tableOf } from '../row-sql.js';
import { soqlStatement } from '../soql/soql-statement.js';
import type { TypedQuery } from '../soql/typed.js';
import { orWithdrawn } from '../withdrawn-meanwhile.js';
import type { AnswerWriter } from './answer-writer.js';
import { CsvWriter } from './csv-writer.js';
import { GeoJsonWriter } from './geojson-writer.js';
import { JsonWriter } from './json-writer.js';
import { KeptAnswers, type SodaAnswer } from './kept-answers.js';

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
    private readonly database: PublishedDatabase,
    private readonly kept: KeptAnswers,
  ) {}

  keptAs(release: PublishedRelease, query: TypedQuery, format: SodaFormat, pinned: boolean): Kept {
    const type = `${WRITERS[format]().type}; charset=utf-8`;
    const etag = etagOf('soda', FORM, format, release.id, query);
    return { etag, type, immutable: pinned, modified: release.publishedAt };
  }

  /** @throws RuleBroken soql-value (400) when a value leaves the range that can be reckoned with */
  async answer(release: PublishedRelease, query: TypedQuery, format: SodaFormat, etag: string): Promise<SodaAnswer> {
    const known = this.kept.get(etag);
    if (known !== undefined) return known;
    const answer = await this.write(release, query, WRITERS[format]());
    this.kept.keep(etag, answer);
    return answer;
  }

  private async write(release: PublishedRelease, query: TypedQuery, writer: AnswerWriter): Promise<SodaAnswer> {
    const textColumns = release.columns.filter(({ type }) => type === 'text').map(({ name }) => name);
    const { text, values } = soqlStatement(query, tableOf(release), textColumns);
    const pieces = [writer.begin(query.outputs)];
    await this.database
      .eachRow(text, values, (row) => pieces.push(writer.row(row, pieces.length === 1)))
      .catch(refuseValue);
    return { body: pieces.join('') + writer.end, full: pieces.length > query.limit };
  }
}

/** What PostgreSQL says of values (class 22) and of its own limits (class 54) is about the question, not about us. */
function refuseValue(error: unknown): never {
  const { code = '' } = error as { code?: string };
  if (code.startsWith('22') || code.startsWith('54'))
    throw new RuleBroken('soql-value', 'A value in this query is out of the range that can be reckoned with.', 400);
  throw orWithdrawn(error);
}
