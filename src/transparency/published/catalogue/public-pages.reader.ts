import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
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
const STANDING: readonly string[] = ['/', '/docs', '/docs/errors'];

/**
 * Each kind of pages by the route that answers it: path, and when it changed. A page of a place is there when the place has
 * published something to stand on it; charter, boards and form of complaint are every place's.
 */
const PAGES = `
  WITH place AS (SELECT DISTINCT jurisdiction FROM published.charter), page(route, path, "changedAt") AS (
    SELECT '/datasets/:jurisdiction/:dataset', '/datasets/' || jurisdiction || '/' || dataset, max(published_at)
      FROM published.release GROUP BY jurisdiction, dataset
    UNION ALL SELECT '/charter/:jurisdiction', '/charter/' || jurisdiction, NULL FROM place
    UNION ALL SELECT '/boards/:jurisdiction', '/boards/' || jurisdiction, NULL FROM place
    UNION ALL SELECT '/complain/:jurisdiction', '/complain/' || jurisdiction, NULL FROM place
    UNION ALL SELECT '/reports/:jurisdiction', '/reports/' || jurisdiction, max(published_at)
      FROM published.board_report GROUP BY jurisdiction
    UNION ALL SELECT '/department-reporting/:jurisdiction', '/department-reporting/' || jurisdiction, NULL
      FROM published.department_reporting GROUP BY jurisdiction
    UNION ALL SELECT '/meetings/:jurisdiction', '/meetings/' || jurisdiction, max(changed_at)
      FROM published.meeting GROUP BY jurisdiction
    UNION ALL SELECT '/meetings/:jurisdiction/:meetingId', '/meetings/' || jurisdiction || '/' || id, changed_at
      FROM published.meeting
    UNION ALL SELECT '/recommendations/:jurisdiction', '/recommendations/' || jurisdiction, max(changed_at)
      FROM published.policy_recommendation GROUP BY jurisdiction
    UNION ALL SELECT '/recommendations/:jurisdiction/:policyId', '/recommendations/' || jurisdiction || '/' || id, changed_at
      FROM published.policy_recommendation
  )
  SELECT route, path, "changedAt" FROM page ORDER BY path LIMIT ${MOST}`;

/** Which pages there are for people and their search engines. */
@Injectable()
export class PublicPagesReader {
  constructor(
    private readonly database: PublishedDatabase,
    private readonly host: HttpAdapterHost<FastifyAdapter>,
  ) {}

  /** What no part of the server answers is not among them. */
  async all(): Promise<PublicPage[]> {
    const pages = await this.database.query<PublicPage & QueryResultRow & { route: string }>(PAGES);
    const server = this.host.httpAdapter.getInstance();
    return [...STANDING.map((path) => ({ route: path, path, changedAt: null })), ...pages]
      .filter(({ route }) => server.hasRoute({ method: 'GET', url: route }))
      .slice(0, MOST);
  }
}
