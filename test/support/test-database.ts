import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Connections } from '../../src/database/database.module.js';
import { roleUrl } from '../../src/database/role-url.js';
import { connectionOptions } from '../../src/platform/postgres/connection-options.js';

export interface TestDatabase {
  connections: Connections & { masterKey: Buffer };
  ownerUrl: string;
  /** As the superuser: sees everything, bypasses row-level security. For arranging and for looking behind the scenes. */
  owner: pg.Pool;
  drop(): Promise<void>;
}

function given(name: 'REDRESS_TEST_TEMPLATE' | 'REDRESS_TEST_OWNER_URL' | 'REDRESS_TEST_DIRECTORY'): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: global-setup.mjs did not run`);
  return value;
}

/** A migrated database of the test's own, copied from the template in a tenth of a second. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = given('REDRESS_TEST_TEMPLATE');
  const templateUrl = given('REDRESS_TEST_OWNER_URL');
  const name = `redress_test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client(connectionOptions(at(templateUrl, 'postgres')));
  await admin.connect();
  // Two files that copy the template at once would stand in each other's way.
  await admin.query('SELECT pg_advisory_lock(7233378)');
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  await admin.query('SELECT pg_advisory_unlock(7233378)');
  await admin.end();
  const ownerUrl = at(templateUrl, name);
  const owner = new pg.Pool({ ...connectionOptions(ownerUrl), max: 3 });
  owner.on('error', () => undefined);
  return {
    ownerUrl,
    owner,
    connections: {
      appUrl: roleUrl(ownerUrl, 'redress_app'),
      publicUrl: roleUrl(ownerUrl, 'redress_public'),
      masterKey: randomBytes(32),
      dataDirectory: mkdtempSync(join(given('REDRESS_TEST_DIRECTORY'), 'data-')),
      logLevel: 'silent',
    },
    drop: async () => {
      await owner.end();
      const client = new pg.Client(connectionOptions(at(templateUrl, 'postgres')));
      await client.connect();
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await client.end();
    },
  };
}

function at(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).toString();
}
