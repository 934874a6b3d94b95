import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? 'no code';

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

/** Every table and view of the case side that the public role can read, or was granted, whatever tables there are by then. */
async function readable(): Promise<string[]> {
  const { rows } = await database.owner.query<{ name: string; granted: boolean }>(
    `SELECT c.oid::regclass::text AS name, has_any_column_privilege('redress_public', c.oid, 'SELECT') AS granted FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'published') AND c.relkind IN ('r', 'p', 'v', 'm', 'f')`,
  );
  expect(rows.length).toBeGreaterThan(30);
  const client = new pg.Client(connectionOptions(database.connections.publicUrl));
  await client.connect();
  const found: string[] = [];
  for (const { name, granted } of rows) {
    const refused = await client.query('SELECT * FROM ' + name + ' LIMIT 1').then(() => null, codeOf);
    if (granted || refused !== '42501') found.push(name);
  }
  await client.end();
  return found;
}

describe('the public role', () => {
  // ASVS 5.0: V13.2.2
  it('can read no table of the case side', async () => {
    expect(await readable()).toEqual([]);
  });

  it('would be found out if it could: one grant, and it is named', async () => {
    await database.owner.query(
      'GRANT USAGE ON SCHEMA redress TO redress_public; GRANT SELECT ON redress.officer TO redress_public',
    );
    expect(await readable()).toEqual(['redress.officer']);
    await database.owner.query(
      'REVOKE ALL ON redress.officer FROM redress_public; REVOKE USAGE ON SCHEMA redress FROM redress_public',
    );
  });

  it('can write nothing in what is published', async () => {
    const client = new pg.Client(connectionOptions(database.connections.publicUrl));
    await client.connect();
    const attempts = [
      'DELETE FROM published.release',
      "UPDATE published.release SET title = 'x'",
      'CREATE TABLE published.mine (x int)',
    ];
    const codes = [];
    for (const attempt of attempts) codes.push(await client.query(attempt).catch(codeOf));
    await client.end();
    expect(codes).toEqual(['42501', '42501', '42501']);
  });
});
