import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { DataSource } from 'typeorm';
import { JOBS_SCHEMA, QUEUES } from '../platform/jobs/job-queue.js';
import { connectionOptions } from '../platform/postgres/connection-options.js';
import { migrations } from './migrations/index.js';
import { writePolicies } from './policies/write-policies.js';

export interface RoleLogins {
  appUrl: string;
  publicUrl: string;
}

/** Any number; the same in every Redress, so that of two that start at once one migrates and the other waits. */
const MIGRATION_LOCK = 7_233_377;

/** As the owner: brings the schema and its policies up to date, makes the job queues, and lets the two roles sign in. Returns what was applied. */
export async function migrate(ownerUrl: string, logins: RoleLogins): Promise<string[]> {
  const lock = new pg.Client(connectionOptions(ownerUrl));
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await applyMigrations(ownerUrl);
    await writePolicies(lock);
    await prepareJobs(ownerUrl);
    await grantLogins(lock, logins);
    return applied;
  } finally {
    await lock.end();
  }
}

async function applyMigrations(ownerUrl: string): Promise<string[]> {
  const dataSource = new DataSource(ownerDataSource(ownerUrl));
  await dataSource.initialize();
  try {
    const applied = await dataSource.runMigrations({ transaction: 'each' });
    return applied.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}

export function ownerDataSource(ownerUrl: string) {
  const { user, ...connection } = connectionOptions(ownerUrl);
  return { type: 'postgres', ...connection, username: user, migrations, installExtensions: false } as const;
}

async function prepareJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    ...connectionOptions(ownerUrl),
    schema: JOBS_SCHEMA,
    supervise: false,
    schedule: false,
    max: 2,
  });
  boss.on('error', () => undefined);
  await boss.start();
  for (const queue of QUEUES) {
    // A worker that dies is noticed by its missing heartbeat or by expiry; the job is then taken by another.
    await boss.createQueue(queue, { retryLimit: 3, retryDelay: 1, heartbeatSeconds: 20 });
  }
  await boss.stop({ graceful: true });
}

async function grantLogins(owner: pg.Client, { appUrl, publicUrl }: RoleLogins): Promise<void> {
  for (const url of [appUrl, publicUrl]) {
    const { user, password } = connectionOptions(url);
    const role = owner.escapeIdentifier(user);
    await owner.query(`ALTER ROLE ${role} LOGIN PASSWORD ${owner.escapeLiteral(password)}`);
  }
  await owner.query(`
    GRANT USAGE ON SCHEMA jobs TO redress_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA jobs TO redress_app;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA jobs TO redress_app;
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA jobs TO redress_app;
  `);
}
