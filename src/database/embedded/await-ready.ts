import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findPostmaster } from './postmaster.js';
import { hasCode } from './has-code.js';
import { processFacts } from './process-facts.js';
import { superuserUrl } from './superuser-url.js';
import type { Postmaster } from './postmaster.js';

/** Recovery from a crash reads up to max_wal_size of log, which a slow disk may need minutes for. */
const LONGEST_START_MS = 300_000;

/**
 * Waits until this server process takes connections.
 * @returns undefined when it has ended instead.
 * @throws Error after five minutes, or when the server refuses us.
 */
export async function awaitReady(
  pid: number,
  dataDirectory: string,
  password: string,
): Promise<Postmaster | undefined> {
  const deadline = Date.now() + LONGEST_START_MS;
  while (Date.now() < deadline) {
    if (processFacts(pid) === undefined) return undefined;
    const found = findPostmaster(dataDirectory);
    if (found?.pid === pid && found.status === 'ready' && (await answers(found, password))) return found;
    await sleep(25);
  }
  throw new Error(`PostgreSQL (process ${pid}) is not ready after ${LONGEST_START_MS / 1000} s.`);
}

async function answers({ socketDirectory }: Postmaster, password: string): Promise<boolean> {
  const url = superuserUrl(socketDirectory, password, 'postgres');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined); // a server that goes away now is seen by its process ending
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03')) return false;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The embedded PostgreSQL refuses its own superuser: ${reason}`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}
