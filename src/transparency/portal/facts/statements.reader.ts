import { Injectable } from '@nestjs/common';
import { PublishedDatabase } from '../../../platform/postgres/published-database.js';
import type { Stated } from '../../../shared/figures/divisor-of.js';

export interface Statement extends Stated {
  sourceUrl: string | null;
}

/** Which statements stand, of the place as a whole: what a chart counts is of all its departments. */
const STANDING = `
  SELECT DISTINCT ON (kind, grouping, month) kind, to_char(month, 'YYYY-MM') AS month, grouping, counts, source,
         source_url AS "sourceUrl", version
    FROM published.denominator WHERE jurisdiction = $1 AND department IS NULL
   ORDER BY kind, grouping, month, version DESC`;

/** What counts may be divided by, as anybody reads it at `/api/v1/jurisdictions/{place}/denominators`. */
@Injectable()
export class StatementsReader {
  constructor(private readonly database: PublishedDatabase) {}

  async standing(jurisdiction: string): Promise<Statement[]> {
    return this.database.query<Statement & { kind: string }>(STANDING, [jurisdiction]);
  }
}
