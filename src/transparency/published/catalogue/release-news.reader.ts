import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import { NotFound } from '../../../platform/errors/rule-broken.js';
import { PublishedDatabase } from '../../../platform/postgres/published-database.js';
import type { ReleaseNews } from './release-news.js';

const MOST = 100;

/** Newest first. A release corrects the one before it when that was withdrawn before this one came out. */
const NEWS = `
  WITH every AS (
    SELECT id, jurisdiction, dataset, version, title, published_at, row_count AS rows, file_bytes::float8 AS bytes,
           manifest ->> 'oneRow' AS one_row, NULL::timestamptz AS withdrawn_at, NULL::text AS reason
      FROM published.release
    UNION ALL
    SELECT id, jurisdiction, dataset, version, title, published_at, NULL, NULL, NULL, withdrawn_at, reason
      FROM published.withdrawn_release
  ), known AS (
    SELECT every.*, lag(version) OVER before AS former_version, lag(reason) OVER before AS former_reason,
           coalesce(lag(withdrawn_at) OVER before <= published_at, false) AS corrects
      FROM every
    WINDOW before AS (PARTITION BY jurisdiction, dataset ORDER BY published_at, string_to_array(version, '.')::int[])
  )
  SELECT id AS "releaseId", jurisdiction, dataset, version, title, rows, bytes, one_row AS "oneRow",
         coalesce((SELECT max(named.jurisdiction_name) FROM published.release named
                    WHERE named.jurisdiction = known.jurisdiction), jurisdiction) AS "jurisdictionName",
         CASE WHEN withdrawn_at IS NOT NULL THEN 'withdrawal' WHEN corrects THEN 'correction' ELSE 'release' END AS kind,
         coalesce(withdrawn_at, published_at) AS at,
         CASE WHEN withdrawn_at IS NOT NULL THEN reason WHEN corrects THEN former_reason END AS reason,
         CASE WHEN withdrawn_at IS NULL AND corrects THEN former_version END AS "formerVersion"
    FROM known
   WHERE ($1::text IS NULL OR jurisdiction = $1) AND ($2::text IS NULL OR dataset = $2)
   ORDER BY at DESC, id LIMIT ${MOST}`;

/** What the feeds tell. */
@Injectable()
export class ReleaseNewsReader {
  constructor(private readonly database: PublishedDatabase) {}

  async all(): Promise<ReleaseNews[]> {
    return this.database.query<ReleaseNews & QueryResultRow>(NEWS, [null, null]);
  }

  /** Of a place; none where it has released nothing yet. @throws NotFound when there is no such place */
  async ofPlace(jurisdiction: string): Promise<ReleaseNews[]> {
    const news = await this.database.query<ReleaseNews & QueryResultRow>(NEWS, [jurisdiction, null]);
    if (news.length > 0) return news;
    const places = await this.database.query('SELECT FROM published.charter WHERE jurisdiction = $1 LIMIT 1', [
      jurisdiction,
    ]);
    if (places.length === 0) throw new NotFound();
    return [];
  }

  /** @throws NotFound when nothing of it was ever released */
  async ofDataset(jurisdiction: string, dataset: string): Promise<ReleaseNews[]> {
    const news = await this.database.query<ReleaseNews & QueryResultRow>(NEWS, [jurisdiction, dataset]);
    if (news.length === 0) throw new NotFound();
    return news;
  }
}
