import { Injectable } from '@nestjs/common';
import { NotFound, RuleBroken } from '../../platform/errors/rule-broken.js';
import { PublishedDatabase } from '../../platform/postgres/published-database.js';
import { PublishedNews } from '../../platform/postgres/published-news.js';
import { LookedUp } from './looked-up.js';
import type { PublishedRelease } from './release-descriptor.js';

const FIND = `SELECT id, jurisdiction, jurisdiction_name AS "jurisdictionName", dataset, version, title,
  published_at AS "publishedAt", row_count AS rows, file_sha256 AS sha256, file_bytes::float8 AS bytes,
  manifest -> 'columns' AS columns
   FROM published.release
  WHERE jurisdiction = $1 AND dataset = $2 AND ($3::text IS NULL OR version = $3)
  ORDER BY published_at DESC, string_to_array(version, '.')::int[] DESC LIMIT 1`;

const FIND_WITHDRAWN = `SELECT version, reason, withdrawn_at AS "withdrawnAt" FROM published.withdrawn_release
  WHERE jurisdiction = $1 AND dataset = $2 AND ($3::text IS NULL OR version = $3) ORDER BY withdrawn_at DESC LIMIT 1`;

const MOST_REMEMBERED = 1_000;

/** What is published. Reads through the public role: there is no way from here to a row that is not. */
@Injectable()
export class ReleaseCatalogue {
  private readonly found: LookedUp<PublishedRelease>;
  private readonly texts: LookedUp<string>;

  constructor(
    private readonly database: PublishedDatabase,
    news: PublishedNews,
  ) {
    this.found = new LookedUp(news, MOST_REMEMBERED);
    this.texts = new LookedUp(news, MOST_REMEMBERED);
  }

  /** The release of that version, or the newest. @throws NotFound, RuleBroken release-withdrawn (410) */
  async find(jurisdiction: string, dataset: string, version?: string): Promise<PublishedRelease> {
    const asked = [jurisdiction, dataset, version ?? null] as const;
    return this.found.of(JSON.stringify(asked), async () => {
      const [release] = await this.database.query<PublishedRelease>(FIND, asked);
      return release ?? this.refuse(jurisdiction, dataset, version);
    });
  }

  private async refuse(jurisdiction: string, dataset: string, asked?: string): Promise<never> {
    const [withdrawn] = await this.database.query<{ version: string; reason: string; withdrawnAt: Date }>(
      FIND_WITHDRAWN,
      [jurisdiction, dataset, asked ?? null],
    );
    if (!withdrawn) throw new NotFound();
    const { version, reason } = withdrawn;
    const withdrawnAt = withdrawn.withdrawnAt.toISOString();
    const said = `${dataset} ${version} was withdrawn on ${withdrawnAt.slice(0, 10)}: ${reason}`;
    throw new RuleBroken('release-withdrawn', said, 410, [], { version, reason, withdrawnAt });
  }

  /** Every dataset by its newest release, as JSON text. */
  async list(): Promise<string> {
    return this.json(`
      SELECT coalesce(json_agg(newest ORDER BY newest.jurisdiction, newest.dataset), '[]')::text AS json FROM (
        SELECT DISTINCT ON (jurisdiction, dataset) jurisdiction, jurisdiction_name AS "jurisdictionName", dataset, title,
               manifest ->> 'oneRow' AS "oneRow", version, published_at AS "publishedAt", row_count AS rows,
               '/api/v1/datasets/' || jurisdiction || '/' || dataset AS self
          FROM published.release
         ORDER BY jurisdiction, dataset, published_at DESC, string_to_array(version, '.')::int[] DESC) newest`);
  }

  /** A dataset with its dictionary and all its releases, newest first, as JSON text. */
  async show({ jurisdiction, dataset, id }: PublishedRelease): Promise<string> {
    return this.json(
      `SELECT json_build_object(
          'jurisdiction', r.jurisdiction, 'jurisdictionName', r.jurisdiction_name, 'dataset', r.dataset, 'title', r.title,
          'oneRow', r.manifest -> 'oneRow', 'caveats', r.manifest -> 'caveats', 'version', r.version,
          'publishedAt', r.published_at, 'rows', r.row_count, 'k', r.manifest -> 'k',
          'suppressed', r.manifest -> 'suppressed',
          'columns', (SELECT json_agg(c - 'values') FROM jsonb_array_elements(r.manifest -> 'columns') c),
          'releases', (SELECT json_agg(json_build_object('version', every.version, 'publishedAt', every.published_at,
              'rows', every.row_count, 'sha256', every.file_sha256, 'bytes', every.file_bytes,
              'files', '/api/v1/datasets/' || every.jurisdiction || '/' || every.dataset || '/releases/' || every.version)
              ORDER BY every.published_at DESC)
            FROM published.release every WHERE every.jurisdiction = $1 AND every.dataset = $2),
          'withdrawn', (SELECT coalesce(json_agg(json_build_object('version', gone.version, 'publishedAt', gone.published_at,
              'withdrawnAt', gone.withdrawn_at, 'reason', gone.reason) ORDER BY gone.withdrawn_at DESC), '[]')
            FROM published.withdrawn_release gone WHERE gone.jurisdiction = $1 AND gone.dataset = $2))::text AS json
         FROM published.release r WHERE r.id = $3`,
      [jurisdiction, dataset, id],
    );
  }

  private async json(text: string, values: readonly unknown[] = []): Promise<string> {
    return this.texts.of(JSON.stringify([text, values]), async () => {
      const [row] = await this.database.query<{ json: string }>(text, values);
      if (!row) throw new NotFound();
      return row.json;
    });
  }
}
