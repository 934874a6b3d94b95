import { Injectable } from '@nestjs/common';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { PublishedDatabase } from '../../platform/postgres/published-database.js';
import type { DenominatorKind, Grouping } from '../rules/denominator-statement.js';

export interface DenominatorQuestion {
  kind?: DenominatorKind;
  grouping?: Grouping;
  /** Exactly this department's; `place`: of the whole place */
  department?: string;
  /** YYYY-MM, both included */
  from?: string;
  to?: string;
  /** Superseded statements as well */
  allVersions?: boolean;
}

/** One count of one group, as the public has it. */
export interface DenominatorRow {
  kind: string;
  month: string;
  department: string | null;
  grouping: string;
  group: string;
  count: number;
  source: string;
  sourceUrl: string | null;
  version: number;
}

/** A page holds all that is asked for, or is refused: half a denominator is worse than none. */
const MOST = 50_000;

const ROWS = `
  SELECT d.kind, to_char(d.month, 'YYYY-MM') AS month, d.department, d.grouping, c.key AS "group",
         c.value::text::float8 AS count, d.source, d.source_url AS "sourceUrl", d.version
    FROM published.denominator d, jsonb_each(d.counts) AS c
   WHERE d.jurisdiction = $1 AND ($2::text IS NULL OR d.kind = $2) AND ($3::text IS NULL OR d.grouping = $3)
     AND ($4::text IS NULL OR coalesce(d.department, 'place') = $4)
     AND ($5::date IS NULL OR d.month >= $5) AND ($6::date IS NULL OR d.month <= $6)
     AND ($7 OR NOT EXISTS (SELECT FROM published.denominator later
           WHERE later.jurisdiction = d.jurisdiction AND later.kind = d.kind AND later.grouping = d.grouping
             AND later.month = d.month AND later.department IS NOT DISTINCT FROM d.department AND later.version > d.version))
   ORDER BY d.kind, d.month, d.department NULLS FIRST, d.grouping, d.version, c.key COLLATE "C" LIMIT ${MOST + 1}`;

@Injectable()
export class PublicDenominatorReader {
  constructor(private readonly database: PublishedDatabase) {}

  /** @throws RuleBroken too-much (422) */
  async rows(jurisdiction: string, question: DenominatorQuestion): Promise<DenominatorRow[]> {
    const { kind, grouping, department, from, to, allVersions = false } = question;
    const [first, last] = [from, to].map((month) => (month === undefined ? null : `${month}-01`));
    const parameters = [jurisdiction, kind ?? null, grouping ?? null, department ?? null, first, last, allVersions];
    const rows = await this.database.query<DenominatorRow>(ROWS, parameters);
    if (rows.length > MOST)
      throw new RuleBroken('too-much', `These are more than ${MOST} counts: ask for fewer months or one kind.`, 422);
    return rows;
  }
}
