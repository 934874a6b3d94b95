import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/errors/rule-broken.js';
import { PublishedDatabase } from '../../platform/postgres/published-database.js';
import type { OverdueAnswer, OverdueTold } from '../rules/overdue-told.js';

export interface PublicOverdue extends OverdueTold {
  jurisdiction: string;
  jurisdictionName: string;
  /** ISO date, where the agency is */
  asOf: string;
}

/** Reads what was published, with a login that can read nothing else. */
@Injectable()
export class PublicOverdueReader {
  constructor(private readonly database: PublishedDatabase) {}

  /** @throws NotFound: there is no such place, or nothing was reckoned for it yet */
  async of(slug: string): Promise<PublicOverdue> {
    const [told] = await this.database.query<Omit<PublicOverdue, 'answers'>>(
      `SELECT jurisdiction, jurisdiction_name AS "jurisdictionName", as_of::text AS "asOf", by_number AS "byNumber", count,
              fewer_than AS "fewerThan", days_overdue AS "daysOverdue" FROM published.overdue_answers WHERE jurisdiction = $1`,
      [slug],
    );
    if (!told) throw new NotFound();
    const answers = await this.database.query<OverdueAnswer & { position: number }>(
      `SELECT case_number AS "caseNumber", kind, delivered_on::text AS "deliveredOn", due_on::text AS "dueOn",
              days_overdue AS "daysOverdue" FROM published.overdue_answer WHERE jurisdiction = $1
        ORDER BY days_overdue DESC, case_number, position`,
      [slug],
    );
    return { ...told, answers };
  }
}
