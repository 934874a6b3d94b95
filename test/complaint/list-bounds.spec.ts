import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { caseListQuery } from '../../src/complaint/records/case-list-query.js';
import type { ListCursor, ListSort } from '../../src/complaint/rules/list-cursor.js';
import type { ListFilter } from '../../src/complaint/rules/list-question.js';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let app: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  app = new pg.Client(connectionOptions(database.connections.appUrl));
  await app.connect();
  await app.query(
    `SELECT set_config('redress.jurisdiction', gen_random_uuid()::text, false), set_config('redress.staff', gen_random_uuid()::text, false),
       set_config('enable_seqscan', 'off', false), set_config('enable_sort', 'off', false), set_config('enable_bitmapscan', 'off', false)`,
  );
});
afterAll(async () => {
  await app.end();
  await database.drop();
});

const ID = '01890000-0000-7000-8000-000000000000';
const TIME = '2024-05-01T00:00:00.000Z';

/** The bounds that PostgreSQL looks up in an index for the application's role, behind the policies, in the walk of the page. */
async function bounds(text: string, values: unknown[], columns: RegExp): Promise<string[]> {
  const { rows } = await app.query<Record<'QUERY PLAN', string>>(`EXPLAIN (COSTS off) ${text}`, values);
  return rows.map((row) => row['QUERY PLAN']).filter((line) => line.includes('Index Cond') && columns.test(line));
}
const page = (sort: ListSort, after: ListCursor | null, filter: ListFilter = {}) =>
  caseListQuery({ sort, after, filter, limit: 50 }, { staffId: ID, readsAll: true, categories: null });

describe('a page of a list begins where it begins', () => {
  it.each<[string, ListSort, readonly string[], ListFilter, RegExp]>([
    ['by time', 'received', [TIME], {}, /received_at.* < /],
    ['by time, oldest first', 'received_asc', [TIME], {}, /received_at.* > /],
    ['by due day', 'due', ['2024-05-01'], {}, /due_on.* > /],
    ['by status', 'status', ['filed', TIME], {}, /status = .*received_at.* < /],
    ['by number', 'number', ['2024-7KQ4'], {}, /case_number > /],
    ['of one district', 'received', [TIME], { district: '12' }, /received_at.* < /],
  ])('%s', async (_, sort, keys, filter, bound) => {
    const { text, values } = page(sort, { keys, id: ID }, filter);
    expect(await bounds(text, values, bound)).not.toEqual([]);
  });

  it('and a year of it ends where it ends', async () => {
    const { text, values } = page('received', null, { receivedFrom: '2022-01-01', receivedTo: '2022-12-31' });
    expect(await bounds(text, values, /received_at.* >= .*received_at.* < /)).not.toEqual([]);
  });

  it('which a bound that the planner takes for leaky does not (planted: COALESCE)', async () => {
    const { text, values } = page('received', { keys: [TIME], id: ID });
    await database.owner.query(
      `CREATE INDEX planted ON redress.complaint (jurisdiction_id, coalesce(received_at, '-infinity') DESC, id DESC)`,
    );
    const planted = text.replaceAll(
      /\(CASE WHEN c\.received_at IS NULL [^)]* END\)/g,
      `coalesce(c.received_at, '-infinity')`,
    );
    expect(planted).not.toBe(text);
    expect(await bounds(planted, values, /received_at/i)).toEqual([]);
    await database.owner.query('DROP INDEX redress.planted');
  });
});
