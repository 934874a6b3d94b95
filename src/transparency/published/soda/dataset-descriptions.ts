import { Injectable } from '@nestjs/common';
import { NotFound } from '../../../platform/errors/rule-broken.js';
import { PublishedDatabase } from '../../../platform/postgres/published-database.js';
import { datasetId } from './dataset-id.js';
import type { DescribedDataset } from './described-dataset.js';

const NEWEST = `
  SELECT DISTINCT ON (jurisdiction, dataset) id, jurisdiction, jurisdiction_name AS "jurisdictionName", dataset, version, title,
         published_at AS "publishedAt", row_count AS rows, file_sha256 AS sha256, file_bytes::float8 AS bytes,
         manifest -> 'columns' AS columns, manifest ->> 'oneRow' AS "oneRow",
         coalesce(manifest -> 'caveats', '[]') AS caveats,
         (SELECT min(every.published_at) FROM published.release every
           WHERE every.jurisdiction = r.jurisdiction AND every.dataset = r.dataset) AS "firstPublishedAt"
    FROM published.release r
   ORDER BY jurisdiction, dataset, published_at DESC, string_to_array(version, '.')::int[] DESC`;

/** What is said of datasets in the words of SODA's clients. */
@Injectable()
export class DatasetDescriptions {
  constructor(private readonly database: PublishedDatabase) {}

  async all(): Promise<DescribedDataset[]> {
    return this.database.query<DescribedDataset>(NEWEST);
  }

  /** @throws NotFound */
  async one(id: string): Promise<DescribedDataset> {
    const found = (await this.all()).find(({ jurisdiction, dataset }) => datasetId(jurisdiction, dataset) === id);
    if (!found) throw new NotFound();
    return found;
  }
}
