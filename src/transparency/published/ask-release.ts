import { Injectable } from '@nestjs/common';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { PublishedDatabase } from '../../platform/postgres/published-database.js';
import { ReleaseCubes } from './release-cubes.js';
import type { PublishedRelease } from './release-descriptor.js';
import { rowsOf } from './release-table.js';
import { coveringCube, type Source, TIMES } from './soql/source.js';
import { soqlStatement } from './soql/soql-statement.js';
import type { TypedQuery } from './soql/typed.js';
import { orWithdrawn } from './withdrawn-meanwhile.js';

export type RowTexts = readonly (string | null)[];

/** The one way from a question to the rows of a release, whoever asked it and in whatever words. */
@Injectable()
export class AskRelease {
  constructor(
    private readonly database: PublishedDatabase,
    private readonly cubes: ReleaseCubes,
  ) {}

  /**
   * Each row of the answer, as a list of texts in the order of the outputs.
   * @throws RuleBroken soql-value (400), release-withdrawn (410)
   */
  async each(release: PublishedRelease, query: TypedQuery, take: (row: RowTexts) => void): Promise<void> {
    const { text, values, isPage } = soqlStatement(query, await this.sourceOf(release, query));
    await this.database.eachRow({ text, values, isRepeated: isPage }, take).catch(refuseValue);
  }

  private async sourceOf(release: PublishedRelease, query: TypedQuery): Promise<Source> {
    const rows = rowsOf(release);
    if (!query.grouped) return rows;
    const cube = coveringCube(query, await this.cubes.of(release));
    return cube ? { ...rows, table: cube.table, times: TIMES } : rows;
  }
}

/** What PostgreSQL says of values (class 22) and of its own limits (class 54) is about the question, not about us. */
export function refuseValue(error: unknown): never {
  const { code = '' } = error as { code?: string };
  if (code.startsWith('22') || code.startsWith('54'))
    throw new RuleBroken('soql-value', 'A value in this query is out of the range that can be reckoned with.', 400);
  throw orWithdrawn(error);
}
