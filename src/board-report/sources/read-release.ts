import { coverage } from '../rules/coverage.js';
import type { Released, Tally } from '../rules/material.js';
import type { ReportPeriod } from '../rules/report-period.js';
import type { PublishedView } from './published-view.js';

/** Which dataset, what its rows are counted by besides rows, and which groups are asked for. */
export interface DatasetQuestion {
  dataset: string;
  /** Column whose different values are counted */
  unit: string;
  time: string;
  groups: readonly (readonly string[])[];
  /** Column that holds several words, joined by `; `: each is a group of its own */
  list?: string;
}

const NEWEST = `
  SELECT id, dataset, title, version, published_at AS "publishedAt", file_sha256 AS sha256,
         '/api/v1/datasets/' || jurisdiction || '/' || dataset || '/releases/' || version || '/data.csv' AS address,
         manifest ->> 'oneRow' AS "oneRow", manifest ->> 'unitWord' AS "unitWord", (manifest ->> 'k')::int AS k,
         coalesce((manifest -> 'suppressed' ->> 'shareOfUnits')::float8, 0) AS "leftOutShare",
         coalesce(manifest -> 'caveats', '[]') AS caveats,
         ARRAY(SELECT c ->> 'name' FROM jsonb_array_elements(manifest -> 'columns') c) AS columns
    FROM published.release WHERE jurisdiction = $1 AND dataset = $2
   ORDER BY published_at DESC, string_to_array(version, '.')::int[] DESC LIMIT 1`;

type Found = Released['release'] & { id: string; columns: string[] };

/** The newest release of a dataset, counted as asked; null: none was ever published. */
export async function readRelease(
  view: PublishedView,
  slug: string,
  period: ReportPeriod,
  question: DatasetQuestion,
): Promise<Released | null> {
  const [found] = await view.query<Found>(NEWEST, [slug, question.dataset]);
  if (!found) return null;
  const { id, columns, ...release } = found;
  const counter = new Counter(view, id, question);
  const periods = await counter.count([question.time], null);
  const covered = coverage(
    periods.flatMap(({ keys }) => keys[0] ?? []),
    period,
  );
  const tallies: Record<string, readonly Tally[] | null> = {};
  for (const group of [[], ...question.groups]) {
    const isThere = group.every((column) => columns.includes(column));
    tallies[group.join(',')] = isThere ? await counter.count(group, covered.words) : null;
  }
  return { release, coverage: covered, periods, tallies };
}

/** Counts the rows of one release. Names of columns are the question's own, never a reader's. */
class Counter {
  constructor(
    private readonly view: PublishedView,
    private readonly releaseId: string,
    private readonly question: DatasetQuestion,
  ) {}

  /** @param times words of the time column; null: all of them */
  async count(group: readonly string[], times: readonly string[] | null): Promise<Tally[]> {
    const { unit, time, list } = this.question;
    const table = `published.${quoted(`rows_${this.releaseId.replaceAll('-', '')}`)}`;
    const from = group.includes(list ?? '')
      ? `${table} r LEFT JOIN LATERAL unnest(string_to_array(r.${quoted(list ?? '')}, '; ')) AS one (word) ON true`
      : `${table} r`;
    const keys = group.map((column) => (column === list ? 'one.word' : `r.${quoted(column)}::text`));
    const listed = keys.length === 0 ? `'{}'::text[]` : `ARRAY[${keys.join(', ')}]`;
    const order = keys.map((key) => `${key} COLLATE "C" NULLS LAST`).join(', ');
    const text = `SELECT ${listed} AS keys, count(*)::int AS rows, count(DISTINCT r.${quoted(unit)})::int AS units
      FROM ${from} WHERE ($1::text[] IS NULL OR r.${quoted(time)} = ANY ($1))
      ${keys.length === 0 ? '' : `GROUP BY ${keys.join(', ')} ORDER BY ${order}`}`;
    return this.view.query<Tally & { keys: string[] }>(text, [times]);
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
