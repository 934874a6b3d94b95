import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import { NotFound } from '../../../platform/errors/rule-broken.js';
import { PublishedDatabase } from '../../../platform/postgres/published-database.js';
import { ReleaseCatalogue } from '../release-catalogue.js';
import type { PublishedRelease } from '../release-descriptor.js';
import { datasetId } from './dataset-id.js';

interface DatasetName {
  readonly jurisdiction: string;
  readonly dataset: string;
}

/** Of withdrawn ones too: they are answered with the reason. */
const NAMES = `SELECT jurisdiction, dataset FROM published.release
  UNION SELECT jurisdiction, dataset FROM published.withdrawn_release`;
/** For this long an answer may be of the release before, when a new one has just come out or the newest was withdrawn. */
const REMEMBERED_MS = 1_000;
const MOST_REMEMBERED = 1_000;

/** Finds the dataset of an id, and its release. Who pages asks the same thing again and again: it is looked up once a second. */
@Injectable()
export class DatasetFinder {
  private readonly remembered = new Map<string, { until: number; release: Promise<PublishedRelease> }>();

  constructor(
    private readonly database: PublishedDatabase,
    private readonly catalogue: ReleaseCatalogue,
  ) {}

  /** The release of that version, or the newest. @throws NotFound, RuleBroken release-withdrawn (410) */
  async find(id: string, version: string | null): Promise<PublishedRelease> {
    const key = `${id} ${version ?? ''}`;
    const known = this.remembered.get(key);
    if (known && known.until > performance.now()) return known.release;
    const release = this.lookUp(id, version);
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(key, { until: performance.now() + REMEMBERED_MS, release });
    release.catch(() => this.remembered.delete(key));
    return release;
  }

  private async lookUp(id: string, version: string | null): Promise<PublishedRelease> {
    const name = (await this.database.query<DatasetName & QueryResultRow>(NAMES)).find(
      ({ jurisdiction, dataset }) => datasetId(jurisdiction, dataset) === id,
    );
    if (!name) throw new NotFound();
    return this.catalogue.find(name.jurisdiction, name.dataset, version ?? undefined);
  }
}
