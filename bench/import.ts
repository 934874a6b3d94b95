import { execFile } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { openDatabases } from '../src/database/open-databases.js';
import type { BulkSummary } from '../src/platform/bulk/bulk-run.js';
import { CsvFile } from '../src/platform/bulk/csv-file.js';
import { connectionOptions } from '../src/platform/postgres/connection-options.js';
import { readSettings } from '../src/platform/settings.js';
import { temporaryDirectory } from './temporary-directory.js';

const PROFILES: Record<string, string[]> = {
  'new-jersey': ['nj-use-of-force'],
  chicago: ['chicago-complaints', 'chicago-officers', 'chicago-accused', 'chicago-victims'],
};
const COPIES = 3;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const execute = promisify(execFile);

/**
 * `import [directory] [profile…]`: the command `redress import`, in a process of its own and run twice, against a bare COPY
 * of the same bytes into text tables without an index, on the same server in the same run (the fastest of three).
 * What limits the import is what the database checks of each row: a New Jersey form becomes 4.2 rows in four tables with
 * 9.5 foreign keys to look up, which takes half of the database's time; reading and mapping go on meanwhile. With two
 * processors both sides together keep them busy; with more, more chunks are written at once.
 */
export async function run(words: string[]): Promise<void> {
  const [directory = '../shared/data', ...chosen] = words;
  if (!existsSync(directory)) throw new Error(`The public records are not in ${directory}: say where they are.`);
  say('building …');
  await execute('npm', ['run', '--silent', 'build']);
  const profiles = chosen.length > 0 ? chosen : Object.keys(PROFILES);
  for (const profile of profiles) await compare(profile, directory, PROFILES[profile] ?? []);
}

async function compare(profile: string, directory: string, names: readonly string[]): Promise<void> {
  const dataDirectory = await temporaryDirectory();
  const databases = await openDatabases({ ...readSettings(), dataDirectory, logLevel: 'silent' }, () => undefined);
  try {
    const paths = names.map((name) => join(directory, `${name}.csv.gz`));
    const copied = await fastestCopy(databases.ownerUrl ?? '', paths);
    say(`\n${profile}: bare COPY of ${copied.rows} rows: ${copied.seconds.toFixed(2)} s, ${rate(copied)}`);
    const first = await importOnce(profile, paths, dataDirectory);
    const second = await importOnce(profile, paths, dataDirectory);
    for (const [which, summary] of [
      ['first', first],
      ['second', second],
    ] as const) {
      // prettier-ignore
      say(`${profile}: ${which} import ${JSON.stringify(summary)}, ${rate(summary)}`);
    }
    const ratio = first.rows / first.seconds / (copied.rows / copied.seconds);
    say(`${profile}: ${ratio.toFixed(3)} of the rows/s of the bare COPY; peak memory ${first.peakRssMiB} MiB`);
  } finally {
    await databases.stop();
    await rm(dataDirectory, { recursive: true });
  }
}

function rate({ rows, seconds }: { rows: number; seconds: number }): string {
  return `${Math.round(rows / seconds)} rows/s`;
}

async function fastestCopy(ownerUrl: string, paths: readonly string[]): Promise<{ rows: number; seconds: number }> {
  const owner = new pg.Client(connectionOptions(ownerUrl));
  await owner.connect();
  const runs = [];
  for (let run = 0; run < COPIES; run++) {
    let [rows, seconds] = [0, 0];
    for (const path of paths) {
      await owner.query(`CREATE TABLE bare (${(await columnsOf(path)).map((column) => `${column} text`).join(', ')})`);
      const began = performance.now();
      const copy = owner.query(from('COPY bare FROM STDIN (FORMAT csv, HEADER)'));
      await pipeline(createReadStream(path), createGunzip({ chunkSize: 262_144 }), copy);
      seconds += (performance.now() - began) / 1000;
      rows += copy.rowCount;
      await owner.query('DROP TABLE bare');
    }
    runs.push({ rows, seconds });
  }
  await owner.end();
  return runs.reduce((best, one) => (one.seconds < best.seconds ? one : best));
}

async function columnsOf(path: string): Promise<string[]> {
  for await (const [header] of (await CsvFile.open(path)).records()) if (header) return header.cells;
  return [];
}

/** The command itself, on the embedded database of that directory: it is running already, and the command finds it so. */
async function importOnce(profile: string, paths: string[], dataDirectory: string): Promise<BulkSummary> {
  const words = [
    'dist/cli/redress.js',
    'import',
    profile,
    ...paths,
    '--json',
    '--rejects',
    join(dataDirectory, 'rejects.csv'),
  ];
  const { stdout } = await execute(process.execPath, words, { env: { ...process.env, DATA_DIRECTORY: dataDirectory } });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as BulkSummary;
}
