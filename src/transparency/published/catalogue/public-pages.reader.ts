import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import { PublishedDatabase } from '../../../platform/postgres/published-database.js';

/** A page for people. */
export interface PublicPage {
  /** Its path, with the slash that it begins with */
  readonly path: string;
  /** When it last changed, where that is known */
  readonly changedAt: Date | null;
}

/** A sitemap holds no more. */
const MOST = 50_000;
const ALWAYS: readonly PublicPage[] = ['/', '/docs', '/docs/errors'].map((path) => ({ path, changedAt: null }));

/** Each line is one kind of page; a page of a place is there when the place has published something to stand on it. */
const PAGES = `
  SELECT '/datasets/' || jurisdiction || '/' || dataset AS path, max(published_at) AS "changedAt"
    FROM published.release GROUP BY jurisdiction, dataset
  UNION ALL SELECT '/reports/' || jurisdiction, max(published_at) FROM published.board_report GROUP BY jurisdiction
  UNION ALL SELECT '/department-reporting/' || jurisdiction, NULL FROM published.department_reporting GROUP BY jurisdiction
  UNION ALL SELECT '/meetings/' || jurisdiction, NULL FROM published.meeting GROUP BY jurisdiction
  UNION ALL SELECT '/meetings/' || jurisdiction || '/' || id, NULL FROM published.meeting
  UNION ALL SELECT '/recommendations/' || jurisdiction, NULL FROM published.policy_recommendation GROUP BY jurisdiction
  UNION ALL SELECT '/recommendations/' || jurisdiction || '/' || id, NULL FROM published.policy_recommendation
   ORDER BY 1 LIMIT $1`;

/** Which pages there are for people and their search engines. */
@Injectable()
export class PublicPagesReader {
  constructor(private readonly database: PublishedDatabase) {}

  async all(): Promise<PublicPage[]> {
    const limit = MOST - ALWAYS.length;
    return [...ALWAYS, ...(await this.database.query<PublicPage & QueryResultRow>(PAGES, [limit]))];
  }
}
