import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';
import { KeyRows } from '../../src/platform/keys/index.js';
import { Logger } from '../../src/platform/logging/logger.js';
import { LesserLogins } from '../../src/platform/postgres/lesser-logins.js';
import { PublishedDatabase } from '../../src/platform/postgres/published-database.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let asApp: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  asApp = new pg.Client(connectionOptions(database.connections.appUrl));
  await asApp.connect();
});
afterAll(async () => {
  await asApp.end();
  await database.drop();
});

/** Tables of the case side. `jurisdiction` alone is open: the names of places are public. */
const CASE_TABLES = `
  SELECT c.oid, c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
         pg_get_userbyid(c.relowner) AS owner,
         EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'complaint_id') AS "hasCase",
         ARRAY(SELECT p.polname::text FROM pg_policy p WHERE p.polrelid = c.oid ORDER BY 1) AS policies
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname = 'redress' AND c.relkind = 'r' AND c.relname <> 'jurisdiction'`;

interface CaseTable {
  name: string;
  enabled: boolean;
  forced: boolean;
  owner: string;
  hasCase: boolean;
  policies: string[];
}
/** Rows that name the wall itself, or the case's place in it, are not behind it. */
const NOT_WALLED = ['recusal'];

async function unprotected(): Promise<string[]> {
  const { rows } = await database.owner.query<CaseTable>(CASE_TABLES);
  return rows
    .filter(({ name, enabled, forced, owner, hasCase, policies }) => {
      const walled = !hasCase || NOT_WALLED.includes(name) || policies.includes('recusal_wall');
      return !enabled || !forced || owner.startsWith('redress_') || !policies.includes('own_jurisdiction') || !walled;
    })
    .map(({ name }) => name);
}

describe('every case table', () => {
  it('is under forced row-level security, walled where it belongs to a case, and not the app role’s own', async () => {
    const { rows } = await database.owner.query<CaseTable>(CASE_TABLES);
    expect(rows.length).toBeGreaterThan(30);
    expect(await unprotected()).toEqual([]);
  });

  it('is found out when it is not protected (planted)', async () => {
    await database.owner.query('CREATE TABLE redress.planted (jurisdiction_id uuid, complaint_id uuid)');
    expect(await unprotected()).toEqual(['planted']);
    await database.owner.query(`SELECT redress.protect('redress.planted')`);
    expect(await unprotected()).toEqual(['planted']);
    await database.owner.query('DROP TABLE redress.planted');
    expect(await unprotected()).toEqual([]);
  });

  it('has the jurisdiction first in its primary key and in every foreign key to another case table', async () => {
    const { rows } = await database.owner.query<{ constraint: string }>(`
      SELECT c.conname AS constraint FROM pg_constraint c
        JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
        LEFT JOIN pg_class f ON f.oid = c.confrelid
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
       WHERE n.nspname = 'redress' AND t.relname <> 'jurisdiction' AND c.contype IN ('p', 'f')
         AND (f.relname IS NULL OR f.relname <> 'jurisdiction') AND a.attname <> 'jurisdiction_id'`);
    expect(rows.filter(({ constraint }) => constraint !== 'finding_supersedes')).toEqual([]);
  });
});

describe('a login that may do too much', () => {
  const started = async (appUrl: string, publicUrl: string): Promise<void> => {
    const [rows, published] = [new KeyRows(appUrl), new PublishedDatabase(publicUrl)];
    try {
      await new LesserLogins(rows, published, new Logger('silent')).onModuleInit();
    } finally {
      await Promise.all([rows.onApplicationShutdown(), published.onApplicationShutdown()]);
    }
  };

  // ASVS 5.0: V13.2.2
  it('is refused at the start: a superuser, an owner, who passes over row-level security, a reader who reaches cases', async () => {
    const { ownerUrl, owner, connections } = database;
    const { appUrl, publicUrl } = connections;
    await started(appUrl, publicUrl);
    await expect(started(ownerUrl, publicUrl)).rejects.toThrow('is a superuser');
    await expect(started(appUrl, ownerUrl)).rejects.toThrow('PUBLIC_DATABASE_URL signs in as');
    await expect(started(appUrl, appUrl)).rejects.toThrow('who reaches cases');
    await owner.query('CREATE TABLE published.planted (); ALTER TABLE published.planted OWNER TO redress_app');
    await expect(started(appUrl, publicUrl)).rejects.toThrow('owns tables');
    await owner.query('DROP TABLE published.planted');
    await started(appUrl, publicUrl);
  });
});

describe('the app role', () => {
  // ASVS 5.0: V13.2.2
  it('cannot pass over row-level security, and owns nothing', async () => {
    const { rows } = await asApp.query<{ super: boolean; bypass: boolean; owned: string }>(
      `SELECT r.rolsuper AS super, r.rolbypassrls AS bypass,
              (SELECT count(*) FROM pg_class c WHERE c.relowner = r.oid AND c.relpersistence <> 't') AS owned
         FROM pg_roles r WHERE r.rolname = current_user`,
    );
    expect(rows).toEqual([{ super: false, bypass: false, owned: '0' }]);
  });

  // ASVS 5.0: V8.4.1
  it('sees 0 rows of every case table while the jurisdiction is unset, and its own when it is set', async () => {
    const id = '018f0000-0000-7000-8000-000000000001';
    await database.owner.query(`INSERT INTO redress.jurisdiction VALUES ($1, 'testville', 'Testville', 'UTC')`, [id]);
    await database.owner.query(
      `INSERT INTO redress.department (jurisdiction_id, id, name) VALUES ($1, gen_random_uuid(), 'Testville PD')`,
      [id],
    );
    const { rows: tables } = await database.owner.query<CaseTable>(CASE_TABLES);
    for (const { name } of tables) {
      const { rows } = await asApp.query<{ n: string }>(
        `SELECT count(*) AS n FROM redress.${asApp.escapeIdentifier(name)}`,
      );
      expect([name, rows[0]?.n]).toEqual([name, '0']);
    }
    await asApp.query(`SELECT set_config('redress.jurisdiction', $1, false)`, [id]);
    expect((await asApp.query('SELECT FROM redress.department')).rowCount).toBe(1);
    await asApp.query(`SELECT set_config('redress.jurisdiction', '', false)`);
    expect((await asApp.query('SELECT FROM redress.department')).rowCount).toBe(0);
  });

  it('may neither change nor remove what is append-only', async () => {
    for (const statement of [
      'DELETE FROM redress.history_event',
      'UPDATE redress.finding SET finding = $$x$$',
      'TRUNCATE redress.vote',
    ]) {
      await expect(asApp.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('cannot create a table, nor take away a policy', async () => {
    await expect(asApp.query('CREATE TABLE redress.mine (id int)')).rejects.toMatchObject({ code: '42501' });
    await expect(asApp.query('DROP POLICY own_jurisdiction ON redress.complaint')).rejects.toMatchObject({
      code: '42501',
    });
  });
});
