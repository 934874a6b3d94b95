import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { openDatabases } from '../src/database/open-databases.js';
import { connectionOptions } from '../src/platform/postgres/connection-options.js';
import { readSettings } from '../src/platform/settings.js';
import { stops } from './generated-stops.js';
import { measure } from './pipeline-measure.js';
import { temporaryDirectory } from './temporary-directory.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const execute = promisify(execFile);

/** Rows, and of how many distinct descriptions: the second and third differ in rows alone. */
const TABLES: readonly (readonly [rows: number, distinct: number])[] = [
  [1_000_000, 1_000_000],
  [250_000, 20_000],
  [1_000_000, 20_000],
];

/**
 * The whole way of a release out of PostgreSQL: snapshot, search, transformation, file, verification. Each table is measured
 * in a process of its own: memory must not grow with the rows, only with what is distinct. `pipeline [rows distinct]`.
 */
export async function run(words: string[]): Promise<void> {
  if (words[0] === 'measure') return measure(words[1] ?? '', words[2] ?? '');
  const [rows, distinct] = words.map(Number);
  const tables = rows === undefined ? TABLES : [[rows, distinct ?? rows] as const];
  const directory = await temporaryDirectory();
  const settings = { ...readSettings(), dataDirectory: directory, logLevel: 'silent' as const };
  const databases = await openDatabases(settings, () => undefined);
  try {
    for (const table of tables) {
      await load(databases.ownerUrl ?? '', table);
      const url = databases.ownerUrl ?? '';
      const words = [
        '--expose-gc',
        '--import',
        './test/support/typescript.mjs',
        'bench/run.ts',
        'pipeline',
        'measure',
        url,
      ];
      const { stdout } = await execute(process.execPath, [...words, directory]);
      say(`\n${table[0]} rows of ${table[1]} descriptions\n${stdout.trimEnd()}`);
    }
  } finally {
    await databases.stop();
    await rm(directory, { recursive: true });
  }
}

/** Rows are written in pieces, so that this process does not need them all as text. */
async function load(url: string, [rows, distinct]: readonly [number, number]): Promise<void> {
  const columns = stops(distinct);
  const names = columns.map(({ name }) => name);
  const words = columns.map(({ hierarchy }) => {
    const base = hierarchy.levels[0]!;
    return Array.from(base.codes, (code) => base.labels[code] ?? '');
  });
  const client = new pg.Client(connectionOptions(url));
  await client.connect();
  await client.query('DROP TABLE IF EXISTS stop');
  await client.query(`CREATE TABLE stop (id uuid, ${names.map((name) => `${name} text`).join(', ')})`);
  const table = client.query(from(`COPY stop FROM STDIN`));
  await pipeline(Readable.from(lines(), { objectMode: true }), table);
  await client.query('ANALYZE stop');
  await client.end();

  function* lines(): Generator<string> {
    let text = '';
    for (let row = 0; row < rows; row++) {
      const id = (row * 2_654_435_761) % 2 ** 32;
      const cells = columns.map(({ codes }, at) => words[at]![codes[row % distinct]!]);
      text += `${id.toString(16).padStart(8, '0')}-0000-4000-8000-${row.toString(16).padStart(12, '0')}\t${cells.join('\t')}\n`;
      if (text.length < 1 << 18) continue;
      yield text;
      text = '';
    }
    yield text;
  }
}
