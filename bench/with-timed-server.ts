import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestApp } from '../test/support/test-app.js';
import { OneConnection } from './one-connection.js';
import { WorkDone } from './work-done.js';

export interface TimedServer {
  connection: OneConnection;
  /** Of the server, and of the database's processes that serve it */
  work: WorkDone;
  /** Looks which these are by now */
  followAll: () => Promise<void>;
}

/** The server over the same database in a process of its own, and one connection to it, for as long as the work takes. */
export async function withTimedServer<T>(
  { database: { ownerUrl, owner, connections } }: TestApp,
  words: readonly string[],
  measure: (server: TimedServer) => Promise<T>,
): Promise<T> {
  const { PATH = '', HOME = '' } = process.env;
  const loaded = ['--import', './test/support/typescript.mjs', 'bench/timing-server.ts'];
  const server = spawn(process.execPath, [...loaded, ...words], {
    env: {
      ...{ PATH, HOME, LOG_LEVEL: 'silent', DATABASE_URL: ownerUrl },
      ...{ MASTER_KEY: connections.masterKey.toString('base64'), DATA_DIRECTORY: connections.dataDirectory },
    },
  });
  server.stderr.pipe(process.stderr);
  const ended = once(server, 'close').then(() => Promise.reject(new Error('The server ended.')));
  const [said] = (await Promise.race([once(server.stdout, 'data'), ended])) as [Buffer];
  const connection = await OneConnection.open(Number(/(\d+)\./.exec(said.toString())?.[1]));
  const work = new WorkDone([]);
  const followAll = async (): Promise<void> => {
    const { rows } = await owner.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND usename = 'redress_app'`,
    );
    work.follow([server.pid ?? 0, ...rows.map(({ pid }) => pid)]);
  };
  try {
    return await Promise.race([measure({ connection, work, followAll }), ended]);
  } finally {
    connection.close();
    server.kill('SIGINT');
    await ended.catch(() => undefined);
  }
}
