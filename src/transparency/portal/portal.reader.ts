import { Injectable } from '@nestjs/common';
import { PublishedDatabase } from '../../platform/postgres/published-database.js';
import type { PublishedColumn, PublishedRelease } from '../published/release-descriptor.js';
import { RowReader } from '../published/row.reader.js';
import type { Bar } from './bar-chart.js';

/** One dataset as the home page shows it. */
export interface DatasetCard {
  release: PublishedRelease & { oneRow: string; k: number | null; suppressedShare: number; unitWord: string };
  chart: { column: PublishedColumn; bars: Bar[] } | null;
}

/** What a first look at a dataset is about; any other dataset shows no chart: rows of it are not to be counted by a column. */
const SHOWN: Readonly<Record<string, string>> = {
  'complaint-allegations': 'finding',
  'use-of-force': 'force_types',
  complaints: 'disposition',
  'complaint-officers': 'finding',
  discipline: 'discipline_imposed',
  'force-applications': 'force_type',
  'use-of-force-incidents': 'force_types',
  'use-of-force-officers': 'force_types',
  'board-decisions': 'result',
  'meeting-votes': 'vote',
  'policy-recommendations': 'status',
};
const MOST_BARS = 8;

/** Reads released data only, as every page of the portal does. */
@Injectable()
export class PortalReader {
  constructor(
    private readonly database: PublishedDatabase,
    private readonly rows: RowReader,
  ) {}

  async cards(): Promise<DatasetCard[]> {
    const releases = await this.database.query<DatasetCard['release']>(`
      SELECT DISTINCT ON (jurisdiction, dataset) id, jurisdiction, jurisdiction_name AS "jurisdictionName", dataset, version, title,
             published_at AS "publishedAt", row_count AS rows, file_sha256 AS sha256, file_bytes::float8 AS bytes,
             manifest -> 'columns' AS columns, manifest ->> 'oneRow' AS "oneRow", (manifest ->> 'k')::int AS k,
             (manifest -> 'suppressed' ->> 'shareOfUnits')::float8 AS "suppressedShare",
             manifest ->> 'unitWord' AS "unitWord"
        FROM published.release
       ORDER BY jurisdiction, dataset, published_at DESC, string_to_array(version, '.')::int[] DESC`);
    return Promise.all(releases.map(async (release) => ({ release, chart: await this.chartOf(release) })));
  }

  private async chartOf(release: PublishedRelease): Promise<DatasetCard['chart']> {
    const column = release.columns.find(({ name }) => name === SHOWN[release.dataset]);
    if (!column) return null;
    const order = { name: 'count', descending: true };
    const query = { filters: [], order, group: [column], limit: MOST_BARS, after: null };
    const { rows } = await this.rows.counts(release, query);
    const groups = JSON.parse(rows) as (Record<string, unknown> & { count: number })[];
    const bars = groups.map((group) => ({ label: labelOf(group[column.name]), count: group.count }));
    return { column, bars };
  }
}

function labelOf(value: unknown): string {
  return typeof value === 'string' && value !== '' ? value.replaceAll('_', ' ') : 'not recorded';
}
