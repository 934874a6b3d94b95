import { Injectable } from '@nestjs/common';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { PublishedDatabase } from '../../platform/postgres/published-database.js';
import type { ToldPeriod, ToldProgramme } from '../rules/told-period.js';

export interface ReportingQuestion {
  /** Exactly this department's */
  department?: string;
  grain?: 'month' | 'year';
  /** YYYY or YYYY-MM, both included */
  from?: string;
  to?: string;
}

/** A department's period as the public has it. */
export interface ReportingRow extends ToldPeriod {
  department: string;
  /** What is withheld since it counts too few reports, or would give such a count away: `reports` (and all that follows), `late`, `programmes.<id>` */
  withheld: string[];
  k: number;
  /** YYYY-MM-DD */
  asOf: string;
}

export interface ReportingPlace {
  jurisdiction: string;
  name: string;
}

/** A page holds all that is asked for, or is refused. */
const MOST = 50_000;

const ROWS = `
  SELECT department, grain, period, asked, zero, missing, reports, late,
         CASE WHEN answered IS NOT NULL THEN jsonb_build_object('answered', answered, 'pending', pending,
           'unknownFinal', unknown_final, 'notApplicable', not_applicable) END AS answers,
         median_days AS "medianDays", p90_days AS "p90Days", programmes, k, to_char(as_of, 'YYYY-MM-DD') AS "asOf"
    FROM published.department_reporting
   WHERE jurisdiction = $1 AND ($2::text IS NULL OR department = $2) AND ($3::text IS NULL OR grain = $3)
     AND ($4::text IS NULL OR period >= $4) AND ($5::text IS NULL OR left(period, length($5)) <= $5)
   ORDER BY department COLLATE "C", department_id, period COLLATE "C" LIMIT ${MOST + 1}`;

const PLACES = `SELECT DISTINCT jurisdiction, jurisdiction_name AS name FROM published.department_reporting ORDER BY 2`;

/** The newest first. */
const PERIODS = `SELECT DISTINCT period COLLATE "C" AS period FROM published.department_reporting WHERE jurisdiction = $1 ORDER BY 1 DESC`;

/** How departments report, through the role that sees nothing but what is published. */
@Injectable()
export class PublicReportingReader {
  constructor(private readonly database: PublishedDatabase) {}

  /** @throws RuleBroken too-much (422) */
  async rows(jurisdiction: string, question: ReportingQuestion = {}): Promise<ReportingRow[]> {
    const { department = null, grain = null, from = null, to = null } = question;
    const rows = await this.database.query<ReportingRow>(ROWS, [jurisdiction, department, grain, from, to]);
    if (rows.length > MOST)
      throw new RuleBroken('too-much', `These are more than ${MOST} rows: ask for fewer months or departments.`, 422);
    return rows.map((row) => ({ ...row, withheld: withheldIn(row) }));
  }

  /** Months and years of which something is published, the newest first. */
  async periods(jurisdiction: string): Promise<string[]> {
    return (await this.database.query<{ period: string }>(PERIODS, [jurisdiction])).map(({ period }) => period);
  }

  /** Those of which something is published. */
  async places(): Promise<ReportingPlace[]> {
    return this.database.query<ReportingPlace>(PLACES);
  }
}

function withheldIn({ reports, late, programmes }: ToldPeriod): string[] {
  if (reports === null) return ['reports'];
  const untold = (programme: ToldProgramme): boolean => programme.complete === null;
  const ofProgrammes = programmes.filter(untold).map(({ profile }) => `programmes.${profile}`);
  return [...(late === null ? ['late'] : []), ...ofProgrammes];
}
