import { chmodSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { demandHistory } from './demand-history.mjs';

/**
 * One PostgreSQL for the whole run, with one migrated template database that every test file copies. It is the embedded
 * server unless DATABASE_URL names another. Plain JavaScript over the build: Jest does not transform this file.
 */
export default async function globalSetup() {
  const { migrate } = await import('../../dist/database/migrate.js');
  const { roleUrl } = await import('../../dist/database/role-url.js');
  const { connectionOptions } = await import('../../dist/platform/postgres/connection-options.js');
  const { server, urlOf, directory } = await openServer();
  const template = `redress_template_${process.pid}`;
  const admin = new pg.Client(connectionOptions(urlOf('postgres')));
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${template}`);
  await admin.query(`CREATE DATABASE ${template}`);
  const ownerUrl = urlOf(template);
  await migrate(ownerUrl, { appUrl: roleUrl(ownerUrl, 'redress_app'), publicUrl: roleUrl(ownerUrl, 'redress_public') });
  const templated = new pg.Client(connectionOptions(ownerUrl));
  await templated.connect();
  await demandHistory(templated);
  await templated.end();
  process.env.REDRESS_TEST_TEMPLATE = template;
  process.env.REDRESS_TEST_OWNER_URL = ownerUrl;
  process.env.REDRESS_TEST_DIRECTORY = directory;
  globalThis.__redress = { admin, server, template };
}

async function openServer() {
  const directory = mkdtempSync(join(tmpdir(), 'redress-test-'));
  chmodSync(directory, 0o711);
  const given = process.env.DATABASE_URL;
  if (given)
    return {
      server: null,
      directory,
      urlOf: (name) => Object.assign(new URL(given), { pathname: `/${name}` }).toString(),
    };
  const { startEmbeddedServer } = await import('../../dist/database/embedded/index.js');
  const memory = inMemory();
  if (memory !== null) process.env.REDRESS_TEST_MEMORY = memory;
  // What a test writes need not survive a power cut; tests of durability start servers of their own, with fsync on.
  const server = await startEmbeddedServer({
    directory: join(memory ?? directory, 'postgres'),
    settings: { fsync: 'off', autovacuum: 'off', max_wal_size: '256MB', max_connections: '200' },
  });
  return { server, directory, urlOf: (name) => server.url(name) };
}

/** A directory in memory where there is room: to copy a database is to make a thousand files, forty times faster there. */
function inMemory() {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (bavail * bsize < 4 * 2 ** 30) return null;
    const directory = mkdtempSync('/dev/shm/redress-test-');
    chmodSync(directory, 0o711);
    return directory;
  } catch {
    return null;
  }
}
