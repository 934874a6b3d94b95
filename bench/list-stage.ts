import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabases, type OpenDatabases } from '../src/database/open-databases.js';
import { connectionOptions } from '../src/platform/postgres/connection-options.js';
import { readSettings } from '../src/platform/settings.js';
import { RedressProcess } from '../test/support/redress-process.js';
import { makeListRecord } from './list-record.js';
import { temporaryDirectory } from './temporary-directory.js';

const PASSWORD = 'a long walk along the river';

export type Arm = 'ours' | 'bare';

/** A record of many cases, the program that serves it, and the least that could. */
export interface ListStage {
  databases: OpenDatabases;
  owner: pg.Client;
  /** Who asks: a supervisor */
  staffId: string;
  token: string;
  arms: Record<Arm, { address: string; pid: number }>;
  /** Where the database server's files lie */
  postgres: string;
}

/** Sets it up, lets `work` work on it, and takes it down whatever happens. */
export async function onListStage(cases: number, work: (stage: ListStage) => Promise<void>): Promise<void> {
  const dataDirectory = await temporaryDirectory();
  const undo: (() => unknown)[] = [() => rm(dataDirectory, { recursive: true, force: true })];
  try {
    await work(await setUp(dataDirectory, cases, undo));
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function setUp(dataDirectory: string, cases: number, undo: (() => unknown)[]): Promise<ListStage> {
  const master = randomBytes(32).toString('base64');
  const settings = readSettings({ DATA_DIRECTORY: dataDirectory, MASTER_KEY: master, LOG_LEVEL: 'silent' });
  const databases = await openDatabases(settings, () => undefined);
  undo.push(() => databases.stop());
  const environment = {
    ...{ DATABASE_URL: databases.ownerUrl!, MASTER_KEY: master, DATA_DIRECTORY: dataDirectory },
    ...{ PORT: '0', LOG_LEVEL: 'silent' },
  };
  const owner = new pg.Client(connectionOptions(databases.ownerUrl!));
  await owner.connect();
  undo.push(() => owner.end());
  for (const words of [
    ['establish', 'riverton', '--name', 'Riverton', '--charter', 'generic'],
    ['staff', 'register', 'riverton', 'sam', '--roles', 'supervisor'],
  ])
    if ((await new RedressProcess(words, environment, `${PASSWORD}\n`).ended()) !== 0) throw new Error(words.join(' '));
  const { rows } = await owner.query<{ id: string; staff: string }>(
    'SELECT jurisdiction_id AS id, id AS staff FROM redress.staff',
  );
  const { id, staff } = rows[0]!;
  await makeListRecord(owner, id, cases);
  const server = new RedressProcess(['serve'], environment);
  undo.push(() => server.interrupt());
  const bare = spawn(process.execPath, [
    ...['--import', './test/support/typescript.mjs', 'bench/bare-list-server.ts', databases.appUrl, id, staff],
  ]);
  undo.push(() => bare.kill('SIGINT'));
  bare.stderr.pipe(process.stderr);
  const [, port = ''] = await server.says(/serves on http:\S+:(\d+)\./);
  const [first] = (await once(bare.stdout, 'data')) as [Buffer];
  const arms = {
    ours: { address: `http://127.0.0.1:${port}`, pid: server.child.pid! },
    bare: { address: `http://127.0.0.1:${/(\d+)\./.exec(first.toString())![1]!}`, pid: bare.pid! },
  };
  const token = await signIn(arms.ours.address);
  return { databases, owner, staffId: staff, token, arms, postgres: join(dataDirectory, 'postgres/cluster') };
}

async function signIn(address: string): Promise<string> {
  const body = JSON.stringify({ jurisdiction: 'riverton', signInName: 'sam', password: PASSWORD });
  const answer = await fetch(`${address}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return ((await answer.json()) as { token: string }).token;
}
