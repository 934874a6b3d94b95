import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { readSecretFile } from '../platform/crypto/read-secret-file.js';
import { connectionOptions } from '../platform/postgres/connection-options.js';
import { parseMasterKey, type Settings } from '../platform/settings.js';
import type { Connections } from './database.module.js';
import { startEmbeddedServer } from './embedded/index.js';
import { migrate } from './migrate.js';
import { roleUrl } from './role-url.js';

export interface OpenDatabases extends Connections {
  /** Undefined when only the two lesser logins were given. */
  ownerUrl: string | undefined;
  embedded: boolean;
  stop(): Promise<void>;
}

const EMBEDDED_DATABASE = 'redress';

/** The database that the settings name, or the embedded one under the data directory, started and brought up to date. */
export async function openDatabases(settings: Settings, report: (line: string) => void): Promise<OpenDatabases> {
  const { dataDirectory, logLevel, evidence, auditLog, publicDoor, publicAddress, keys, signIn } = settings;
  if (settings.databaseUrl === undefined && settings.appDatabaseUrl === undefined)
    return openEmbedded(settings, report);
  const ownerUrl = settings.databaseUrl;
  const appUrl = settings.appDatabaseUrl ?? derived(ownerUrl, 'redress_app');
  const publicUrl = settings.publicDatabaseUrl ?? derived(ownerUrl, 'redress_public');
  if (!settings.masterKey && keys.current === null) throw new Error('MASTER_KEY_FILE is not set.');
  return {
    ownerUrl,
    appUrl,
    publicUrl,
    masterKey: settings.masterKey,
    dataDirectory,
    logLevel,
    evidence,
    auditLog,
    publicDoor,
    publicAddress,
    keys,
    signIn,
    embedded: false,
    stop: () => Promise.resolve(),
  };
}

function derived(ownerUrl: string | undefined, role: 'redress_app' | 'redress_public'): string {
  if (ownerUrl === undefined)
    throw new Error('APP_DATABASE_URL and PUBLIC_DATABASE_URL go together: set both, or DATABASE_URL.');
  return roleUrl(ownerUrl, role);
}

async function openEmbedded(settings: Settings, report: (line: string) => void): Promise<OpenDatabases> {
  const { dataDirectory, logLevel, evidence, auditLog, publicDoor, publicAddress, keys, signIn } = settings;
  await mkdir(dataDirectory, { recursive: true });
  const file = join(dataDirectory, 'master.key');
  // With a key service there is no such file, unless there was one before.
  const masterKey =
    settings.masterKey ?? (keys.current === null || existsSync(file) ? await ownMasterKey(file) : undefined);
  const server = await startEmbeddedServer({ directory: join(dataDirectory, 'postgres'), report });
  try {
    await createDatabase(server.url('postgres'), EMBEDDED_DATABASE);
    const ownerUrl = server.url(EMBEDDED_DATABASE);
    const logins = { appUrl: roleUrl(ownerUrl, 'redress_app'), publicUrl: roleUrl(ownerUrl, 'redress_public') };
    const applied = await migrate(ownerUrl, logins);
    if (applied.length > 0) report(`database: ${applied.length} migrations applied`);
    return {
      ownerUrl,
      ...logins,
      masterKey,
      dataDirectory,
      logLevel,
      evidence,
      auditLog,
      publicDoor,
      publicAddress,
      keys,
      signIn,
      embedded: true,
      stop: () => server.stop(),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function createDatabase(maintenanceUrl: string, name: string): Promise<void> {
  const client = new pg.Client(connectionOptions(maintenanceUrl));
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/** Drawn on first start, readable by its owner alone. Who loses this file loses every name and narrative in the database. */
async function ownMasterKey(file: string): Promise<Buffer> {
  if (!existsSync(file)) await writeFile(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  return parseMasterKey(readSecretFile(file));
}
