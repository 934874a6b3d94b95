import { Injectable } from '@nestjs/common';
import { NotFound } from '../../../platform/errors/rule-broken.js';
import { PublishedDatabase } from '../../../platform/postgres/published-database.js';
import { PublishedFiles, type ShelvedFile } from '../../published/published-files.js';
import { ReleaseCatalogue } from '../../published/release-catalogue.js';

/** A dataset by its newest release. */
export interface ShelvedDataset {
  jurisdiction: string;
  jurisdictionName: string;
  dataset: string;
  title: string;
  oneRow: string;
  version: string;
  publishedAt: Date;
  rows: number;
}

export interface ShelvedVersion {
  version: string;
  publishedAt: Date;
  rows: number;
  bytes: number;
}

export interface WithdrawnVersion {
  version: string;
  withdrawnAt: Date;
  reason: string;
}

/** A release with everything that lies in its directory. */
export interface ShelvedRelease extends ShelvedDataset {
  caveats: readonly string[];
  k: number;
  files: readonly (ShelvedFile & { readonly withheld: boolean })[];
  /** Formats that it has not, each with the reason. */
  leftOut: readonly { readonly name: string; readonly why: string }[];
}

const NEWEST = `SELECT DISTINCT ON (r.jurisdiction, r.dataset) r.jurisdiction, r.jurisdiction_name AS "jurisdictionName", r.dataset,
       r.title, r.manifest ->> 'oneRow' AS "oneRow", r.version, r.published_at AS "publishedAt", r.row_count AS rows
  FROM published.release r WHERE $1::text IS NULL OR r.jurisdiction = $1
 ORDER BY r.jurisdiction, r.dataset, r.published_at DESC, string_to_array(r.version, '.')::int[] DESC`;

const DESCRIBED = `SELECT r.jurisdiction, r.jurisdiction_name AS "jurisdictionName", r.dataset, r.title,
       r.manifest ->> 'oneRow' AS "oneRow", r.version, r.published_at AS "publishedAt", r.row_count AS rows,
       coalesce(r.manifest -> 'caveats', '[]') AS caveats, (r.manifest ->> 'k')::int AS k,
       coalesce(r.manifest -> 'leftOut', '[]') AS "leftOut"
  FROM published.release r WHERE r.id = $1`;

/** Directories of releases as readers may walk them. Reads through the public role alone. */
@Injectable()
export class ReleaseShelfReader {
  constructor(
    private readonly database: PublishedDatabase,
    private readonly catalogue: ReleaseCatalogue,
    private readonly shelves: PublishedFiles,
  ) {}

  /** Of one jurisdiction, or of all. @throws NotFound when that jurisdiction has none */
  async datasets(jurisdiction: string | null): Promise<ShelvedDataset[]> {
    const datasets = await this.database.query<ShelvedDataset & Record<string, unknown>>(NEWEST, [jurisdiction]);
    if (jurisdiction !== null && datasets.length === 0) throw new NotFound();
    return datasets;
  }

  /** Newest first. @throws NotFound, RuleBroken release-withdrawn (410) when nothing else is left */
  async versions(
    jurisdiction: string,
    dataset: string,
  ): Promise<{ newest: ShelvedDataset; versions: ShelvedVersion[]; withdrawn: WithdrawnVersion[] }> {
    await this.catalogue.find(jurisdiction, dataset);
    const [newest] = (await this.datasets(jurisdiction)).filter((each) => each.dataset === dataset);
    if (!newest) throw new NotFound();
    const of = [jurisdiction, dataset];
    const versions = await this.database.query<ShelvedVersion & Record<string, unknown>>(
      `SELECT version, published_at AS "publishedAt", row_count AS rows, file_bytes::float8 AS bytes FROM published.release
        WHERE jurisdiction = $1 AND dataset = $2 ORDER BY published_at DESC, string_to_array(version, '.')::int[] DESC`,
      of,
    );
    const withdrawn = await this.database.query<WithdrawnVersion & Record<string, unknown>>(
      `SELECT version, withdrawn_at AS "withdrawnAt", reason FROM published.withdrawn_release
        WHERE jurisdiction = $1 AND dataset = $2 ORDER BY withdrawn_at DESC`,
      of,
    );
    return { newest, versions, withdrawn };
  }

  /** @throws NotFound, RuleBroken release-withdrawn (410) */
  async release(jurisdiction: string, dataset: string, version: string): Promise<ShelvedRelease> {
    const found = await this.catalogue.find(jurisdiction, dataset, version);
    const { files, withheld } = await this.shelves.shelf(found);
    const [described] = await this.database.query<ShelvedRelease & Record<string, unknown>>(DESCRIBED, [found.id]);
    if (!described) throw new NotFound();
    return { ...described, files: files.map((file) => ({ ...file, withheld: withheld.includes(file.name) })) };
  }
}
