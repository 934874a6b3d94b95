import type pg from 'pg';
import { publishTable, type PublishedTable, type TableColumn } from '../test/support/soql/published-table.js';

const NAMES = [
  ...['complaint', 'officer', 'incident_period', 'place', 'complainant_race', 'complainant_gender', 'complainant_age'],
  ...['allegation', 'recommended_finding', 'finding', 'discipline_recommended', 'discipline_imposed'],
];

/** A release of so many rows and twelve columns, made by the database itself. */
export async function publishMillion(owner: pg.ClientBase | pg.Pool, rows: number): Promise<PublishedTable> {
  const columns: TableColumn[] = NAMES.map((name) => ({ name, type: 'text' }));
  const table = { jurisdiction: 'riverton', dataset: 'many', version: '1.0.0', columns };
  return publishTable(owner, table, async (name, names) => {
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
  });
}
