import { Injectable } from '@nestjs/common';
import { NotFound } from '../../../platform/errors/rule-broken.js';
import { PublishedDatabase } from '../../../platform/postgres/published-database.js';
import { ReleaseCatalogue } from '../../published/release-catalogue.js';
import type { DatasetFacts, DatasetHistory, ToldColumn } from './dataset-facts.js';

/** `basis`: why it needs no anonymizing; null: it was anonymized */
interface FoundFacts extends Omit<DatasetFacts, 'columns'> {
  id: string;
  columns: ToldColumn[];
  basis: 'cut' | 'public-record' | null;
}

const NEWEST = `
  SELECT DISTINCT ON (jurisdiction, dataset) id, jurisdiction, jurisdiction_name AS "jurisdictionName", dataset, version, title,
         published_at AS "publishedAt", row_count AS rows, file_sha256 AS sha256, file_bytes::float8 AS bytes,
         manifest -> 'columns' AS columns, manifest ->> 'oneRow' AS "oneRow",
         coalesce(manifest -> 'caveats', '[]') AS caveats, coalesce(manifest -> 'officers', '[]') AS officers,
         manifest ->> 'unitWord' AS "unitWord", manifest ->> 'basis' AS basis,
         coalesce(manifest -> 'keys' ->> 'unit', CASE manifest ->> 'basis' WHEN 'cut' THEN manifest -> 'key' ->> 0 END) AS unit, (manifest ->> 'k')::int AS k,
         CASE WHEN (manifest ->> 'k')::int > 0 THEN (manifest -> 'suppressed' ->> 'shareOfUnits')::float8 END AS "leftOutShare"
    FROM published.release
   WHERE $1::uuid IS NULL OR id = $1
   ORDER BY jurisdiction, dataset, published_at DESC, string_to_array(version, '.')::int[] DESC`;

const RELEASES = `
  SELECT version, published_at AS "publishedAt", row_count AS rows,
         coalesce(manifest -> 'files', jsonb_build_array(jsonb_build_object(
           'name', manifest -> 'file' ->> 'name', 'bytes', file_bytes, 'sha256', file_sha256))) AS files
    FROM published.release WHERE jurisdiction = $1 AND dataset = $2
   ORDER BY published_at DESC, string_to_array(version, '.')::int[] DESC`;

const WITHDRAWN = `SELECT version, withdrawn_at AS "withdrawnAt", reason FROM published.withdrawn_release
  WHERE jurisdiction = $1 AND dataset = $2 ORDER BY withdrawn_at DESC`;

/** What pages say of datasets, read as everything here is: through the public role. */
@Injectable()
export class DatasetFactsReader {
  constructor(
    private readonly database: PublishedDatabase,
    private readonly catalogue: ReleaseCatalogue,
  ) {}

  /** Every dataset, by its newest release. */
  async all(): Promise<DatasetFacts[]> {
    return (await this.database.query<FoundFacts>(NEWEST, [null])).map(described);
  }

  /** @throws NotFound, RuleBroken release-withdrawn (410) */
  async one(jurisdiction: string, dataset: string, version: string | null = null): Promise<DatasetFacts> {
    const release = await this.catalogue.find(jurisdiction, dataset, version ?? undefined);
    const [found] = await this.database.query<FoundFacts>(NEWEST, [release.id]);
    if (!found) throw new NotFound();
    return described(found);
  }

  async history({ jurisdiction, dataset }: DatasetFacts): Promise<DatasetHistory> {
    const [releases, withdrawn] = await Promise.all([
      this.database.query<DatasetHistory['releases'][number] & { version: string }>(RELEASES, [jurisdiction, dataset]),
      this.database.query<DatasetHistory['withdrawn'][number] & { version: string }>(WITHDRAWN, [
        jurisdiction,
        dataset,
      ]),
    ]);
    return { releases, withdrawn };
  }
}

/** Manifests list the values of a column unless it is a list or a pseudonym, of anonymized tables; others say how it is made. */
function described({ columns, basis, ...facts }: FoundFacts): DatasetFacts {
  const described = columns.map((column) => {
    const { role, type, values, cut } = column;
    const isPseudonym = role === 'key' && basis !== 'public-record';
    const isUnlisted = basis === null && type === 'text' && values === undefined;
    return { ...column, choices: null, isPseudonym, isList: !isPseudonym && (isUnlisted || cut?.rule === 'words') };
  });
  return { ...facts, columns: described } as DatasetFacts;
}
