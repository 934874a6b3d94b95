import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import { PublishedDatabase } from '../../../platform/postgres/published-database.js';
import { ReleaseCatalogue } from '../release-catalogue.js';
import type { CataloguedDataset, CataloguedRelease } from './catalogued-dataset.js';

type Line = QueryResultRow & Omit<CataloguedDataset, 'newest' | 'previous'> & CataloguedRelease & { place: number };

/** The newest two releases of each dataset, or of the one that is named. */
const LINES = `
  SELECT r.jurisdiction, r.jurisdiction_name AS "jurisdictionName", r.dataset, r.version, r.title, r.published_at AS "publishedAt",
         r.row_count AS rows, r.place::int AS place, coalesce(r.manifest ->> 'oneRow', '') AS "oneRow",
         coalesce(r.manifest -> 'caveats', '[]') AS caveats,
         coalesce(r.manifest -> 'files', jsonb_build_array(jsonb_build_object(
           'name', 'data.csv', 'sha256', r.file_sha256, 'bytes', r.file_bytes))) AS files,
         (SELECT jsonb_agg(jsonb_build_object('name', c -> 'name', 'title', c -> 'title', 'description', c -> 'description') ORDER BY at)
            FROM jsonb_array_elements(r.manifest -> 'columns') WITH ORDINALITY AS columns(c, at)) AS columns,
         coalesce((SELECT charter.document -> 'publication' -> 'catalogue' FROM published.charter charter
                    WHERE charter.jurisdiction = r.jurisdiction AND charter.effective_from <= current_date
                    ORDER BY charter.effective_from DESC LIMIT 1), '{}') AS terms,
         (SELECT min(every.published_at)
            FROM (SELECT jurisdiction, dataset, published_at FROM published.release
                  UNION ALL SELECT jurisdiction, dataset, published_at FROM published.withdrawn_release) every
           WHERE every.jurisdiction = r.jurisdiction AND every.dataset = r.dataset) AS "firstPublishedAt"
    FROM (SELECT *, row_number() OVER (PARTITION BY jurisdiction, dataset
                 ORDER BY published_at DESC, string_to_array(version, '.')::int[] DESC) AS place
            FROM published.release) r
   WHERE r.place <= 2 AND ($1::text IS NULL OR r.jurisdiction = $1) AND ($2::text IS NULL OR r.dataset = $2)
   ORDER BY r.jurisdiction, r.dataset, r.place`;

/** What catalogues are made of: released things alone, through the public role. */
@Injectable()
export class CatalogueReader {
  constructor(
    private readonly database: PublishedDatabase,
    private readonly releases: ReleaseCatalogue,
  ) {}

  async all(): Promise<CataloguedDataset[]> {
    return this.read(null, null);
  }

  /** @throws NotFound, RuleBroken release-withdrawn (410) */
  async one(jurisdiction: string, dataset: string): Promise<CataloguedDataset> {
    const [found] = await this.read(jurisdiction, dataset);
    if (found) return found;
    // Why there is none is known there. Should one have come out meanwhile, it is here at the second look.
    await this.releases.find(jurisdiction, dataset);
    return this.one(jurisdiction, dataset);
  }

  private async read(jurisdiction: string | null, dataset: string | null): Promise<CataloguedDataset[]> {
    const lines = await this.database.query<Line>(LINES, [jurisdiction, dataset]);
    return lines
      .filter(({ place }) => place === 1)
      .map((newest) => ({
        ...newest,
        newest,
        previous:
          lines.find(
            (line) => line.place === 2 && line.jurisdiction === newest.jurisdiction && line.dataset === newest.dataset,
          ) ?? null,
      }));
  }
}
