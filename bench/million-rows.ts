import type pg from 'pg';
import { publishTable, type PublishedTable, type TableColumn } from '../test/support/soql/published-table.js';

export const MILLION_COLUMNS: readonly string[] = [
  ...['complaint', 'officer', 'incident_period', 'place', 'complainant_race', 'complainant_gender', 'complainant_age'],
  ...['allegation', 'recommended_finding', 'finding', 'discipline_recommended', 'discipline_imposed'],
];

/** A release has so many times more rows than a cube of it has groups, as when it is published. */
const TIMES_SMALLER = 20;

/** A release of so many rows and twelve columns, made by the database itself; with its indexes and cubes, or bare rows alone. */
export async function publishMillion(
  owner: pg.ClientBase | pg.Pool,
  rows: number,
  { isIndexed = true, dataset = 'many' } = {},
): Promise<PublishedTable> {
  const columns: TableColumn[] = MILLION_COLUMNS.map((name) => ({ name, type: 'text' }));
  const table = { jurisdiction: 'riverton', dataset, version: '1.0.0', columns };
  const settings = { mostGroups: rows / TIMES_SMALLER, keys: ['complaint', 'officer'], isIndexed };
  const fill = async (name: string, names: string): Promise<number> => {
    await owner.query(
      `INSERT INTO ${name} (${names})
       SELECT left(md5((i / 2)::text), 16), left(md5((i % 9973)::text), 16),
              (2005 + i % 20)::text || '-' || lpad((1 + i % 12)::text, 2, '0'), lpad((1 + (i * 7) % 25)::text, 2, '0'),
              (ARRAY['black', 'white', 'hispanic', NULL])[1 + i % 4], (ARRAY['male', 'female', NULL])[1 + i % 3],
              (10 * (i % 8))::text || '-' || (10 * (i % 8) + 9)::text, 'kind_' || (i * 13) % 40,
              (ARRAY['sustained', 'unfounded', 'exonerated', NULL, 'not_sustained'])[1 + (i * 11) % 5],
              (ARRAY['sustained', 'unfounded', 'exonerated', 'not_sustained', NULL])[1 + (i * 17) % 5],
              CASE WHEN i % 7 = 0 THEN 'reprimand' END, CASE WHEN i % 9 = 0 THEN 'suspension' END
         FROM generate_series(1, $1::integer) i`,
      [rows],
    );
    return rows;
  };
  return publishTable(owner, table, fill, { ...settings, mostGroups: Math.floor(settings.mostGroups) });
}
