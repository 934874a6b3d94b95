import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import { openDatabases } from '../src/database/open-databases.js';
import { connectionOptions } from '../src/platform/postgres/connection-options.js';
import { readSettings } from '../src/platform/settings.js';
import { RedressProcess } from '../test/support/redress-process.js';
import { ReleaseFiles } from '../src/platform/storage/release-files.js';
import { MILLION_COLUMNS, publishMillion } from './million-rows.js';

export interface PageStage {
  readonly arms: Readonly<Record<'ours' | 'bare', { readonly address: string; readonly pid: number }>>;
  /** Where the database server's files lie */
  readonly postgres: string;
}

export interface StagedRows {
  readonly rows: number;
  /** With indexes and cubes, as a release has them */
  readonly isIndexed?: boolean;
  /** With its data.csv where the program looks for it */
  readonly hasFile?: boolean;
}

/** A release of so many rows, the program that serves it, and the least that could; taken down whatever happens. */
export async function onPageStage(
  rows: StagedRows,
  statements: (table: string) => string[],
  work: (stage: PageStage) => Promise<void>,
): Promise<void> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'redress-bench-'));
  const undo: (() => unknown)[] = [() => rm(dataDirectory, { recursive: true, force: true })];
  try {
    await work(await setUp(dataDirectory, rows, statements, undo));
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function setUp(
  dataDirectory: string,
  { rows, isIndexed = true, hasFile = false }: StagedRows,
  statements: (table: string) => string[],
  undo: (() => unknown)[],
): Promise<PageStage> {
  const master = randomBytes(32).toString('base64');
  const settings = readSettings({ DATA_DIRECTORY: dataDirectory, MASTER_KEY: master, LOG_LEVEL: 'silent' });
  const databases = await openDatabases(settings, () => undefined);
  undo.push(() => databases.stop());
  const owner = new pg.Client(connectionOptions(databases.ownerUrl!));
  await owner.connect();
  undo.push(() => owner.end());
  const { id, jurisdiction, dataset, version } = await publishMillion(owner, rows, { isIndexed });
  const table = `published.rows_${id.replaceAll('-', '')}`;
  if (hasFile) {
    const directory = await new ReleaseFiles(dataDirectory).makeDirectory({ jurisdiction, dataset, version });
    const copied = owner.query(to(`COPY (${everythingOf(table)}) TO STDOUT WITH (FORMAT csv, HEADER)`));
    await pipeline(copied, createWriteStream(join(directory, 'data.csv')));
  }
  await owner.query('VACUUM ANALYZE');
  await owner.query('CHECKPOINT');
  const server = new RedressProcess(['serve'], {
    ...{ DATABASE_URL: databases.ownerUrl!, MASTER_KEY: master, DATA_DIRECTORY: dataDirectory },
    ...{ PORT: '0', LOG_LEVEL: 'silent' },
  });
  undo.push(() => server.interrupt());
  const texts = JSON.stringify(statements(table));
  const bare = spawn(process.execPath, [
    ...['--import', './test/support/typescript.mjs', 'bench/bare-page-server.ts', databases.publicUrl, texts],
  ]);
  undo.push(() => bare.kill('SIGINT'));
  bare.stderr.pipe(process.stderr);
  const [first] = (await once(bare.stdout, 'data')) as [Buffer];
  const [, port = ''] = await server.says(/serves on http:\S+:(\d+)\./, 300);
  const arms = {
    ours: { address: `http://127.0.0.1:${port}`, pid: server.child.pid! },
    bare: { address: `http://127.0.0.1:${/(\d+)\./.exec(first.toString())![1]!}`, pid: bare.pid! },
  };
  return { arms, postgres: join(dataDirectory, 'postgres/cluster') };
}

/** All rows as a release's file has them. */
export const everythingOf = (table: string): string =>
  `SELECT ${MILLION_COLUMNS.join(', ')} FROM ${table} ORDER BY row_number`;
