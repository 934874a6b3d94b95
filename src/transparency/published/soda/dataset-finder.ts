import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import { NotFound } from '../../../platform/errors/rule-broken.js';
import { PublishedDatabase } from '../../../platform/postgres/published-database.js';
import { PublishedNews } from '../../../platform/postgres/published-news.js';
import { LookedUp } from '../looked-up.js';
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
const MOST_REMEMBERED = 1_000;

/** Finds the dataset of an id, and its release. Who pages asks the same thing again and again: it is looked up once. */
@Injectable()
export class DatasetFinder {
  private readonly names: LookedUp<DatasetName>;

  constructor(
    private readonly database: PublishedDatabase,
    private readonly catalogue: ReleaseCatalogue,
    news: PublishedNews,
  ) {
    this.names = new LookedUp(news, MOST_REMEMBERED);
  }

  /** The release of that version, or the newest. @throws NotFound, RuleBroken release-withdrawn (410) */
  async find(id: string, version: string | null): Promise<PublishedRelease> {
    const { jurisdiction, dataset } = await this.names.of(id, () => this.nameOf(id));
    return this.catalogue.find(jurisdiction, dataset, version ?? undefined);
  }

  private async nameOf(id: string): Promise<DatasetName> {
    const name = (await this.database.query<DatasetName & QueryResultRow>(NAMES)).find(
      ({ jurisdiction, dataset }) => datasetId(jurisdiction, dataset) === id,
    );
    if (!name) throw new NotFound();
    return name;
  }
}
