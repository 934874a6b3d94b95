import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { readCsv } from '../test/support/release-desk.js';
import { Chance } from '../test/support/soql/chance.js';
import type { LoadScene } from './release-load.js';

interface KillPlan {
  readonly kills: number;
  readonly seed: number;
  readonly say: (line: string) => void;
  readonly isOut: (version: string) => void;
}

const PUBLISHING = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle'
  AND (query LIKE '%published.create_rows%' OR query LIKE 'COPY published.rows%' OR query LIKE '%published.close_rows%'
    OR query LIKE '%published.build_cubes%') AND pid <> pg_backend_pid()`;
/** Of fewer rows no cube is made. */
const WITH_CUBES = 20_000;
/** About as long as a publication of some thousand rows takes in the database. */
const USUAL_MS = 300;

/**
 * Kills the publisher with -9 somewhere between its first statement and its last. Then either the old release is the newest,
 * whole, or the new one is; files, rows, catalogue and cubes agree; and what was not published can be published still.
 */
export async function publishKill(scene: LoadScene, { kills, seed, say, isOut }: KillPlan): Promise<string[]> {
  const chance = new Chance(seed);
  const faults: string[] = [];
  let asked = await scene.approved();
  for (let round = 1; round <= kills; round++) {
    const publisher = scene.publisher();
    const { owner } = scene.redress.database;
    while ((await owner.query(PUBLISHING)).rowCount === 0 && publisher.child.exitCode === null) await wait(2);
    const delay = Math.round(chance.next() * USUAL_MS);
    await Promise.race([wait(delay), publisher.ended()]);
    publisher.child.kill('SIGKILL');
    await publisher.ended();
    await rolledBack(scene);
    const isNew = await isPublished(scene, asked.id);
    if (isNew) isOut(asked.version);
    const wrong = await disagreements(scene);
    faults.push(...wrong.map((each) => `round ${round}: ${each}`));
    say(
      `kill ${round} after ${delay} ms: ${asked.version} is ${isNew ? 'out' : 'not out'}, ${wrong.length} disagreements`,
    );
    if (!isNew && round % 3 !== 0) continue;
    if (!isNew) {
      await scene.publish();
      isOut(asked.version);
    }
    asked = await scene.approved();
  }
  return faults;
}

/** The database notices that its client is gone when it next has something to say to it. */
async function rolledBack(scene: LoadScene): Promise<void> {
  while ((await scene.redress.database.owner.query(PUBLISHING)).rowCount !== 0) await wait(10);
}

async function isPublished(scene: LoadScene, id: string): Promise<boolean> {
  const { rowCount } = await scene.redress.database.owner.query('SELECT FROM published.release WHERE id = $1', [id]);
  return rowCount === 1;
}

interface Shown {
  id: string;
  dataset: string;
  version: string;
  file_sha256: string;
  row_count: number;
}

async function disagreements(scene: LoadScene): Promise<string[]> {
  const { owner } = scene.redress.database;
  const found: string[] = [];
  const releases = (
    await owner.query<Shown>('SELECT id, dataset, version, file_sha256, row_count FROM published.release')
  ).rows;
  const tables = await owner.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'published' AND tablename ~ '^(rows|cube)_[0-9a-f]{32}'`,
  );
  const ids = new Set(releases.map(({ id }) => id.replaceAll('-', '')));
  for (const { name } of tables.rows) if (!ids.has(name.slice(5, 37))) found.push(`${name} is of no release`);
  const cubes = await owner.query<{ release_id: string; table_name: string; columns: string[] }>(
    'SELECT release_id, table_name, columns FROM published.cube',
  );
  for (const release of releases) {
    const path = scene.desk.path(release);
    const text = readFileSync(path, 'utf8');
    const rows = readCsv(text);
    if (createHash('sha256').update(text).digest('hex') !== release.file_sha256) found.push(`${path} is another file`);
    const own = cubes.rows.filter(({ release_id }) => release_id === release.id);
    if (own.length === 0 && release.row_count >= WITH_CUBES) found.push(`${release.version} has no cube`);
    const counts = own.map(async ({ table_name }) => {
      const { rows: sums } = await owner.query<{ sum: number }>(
        `SELECT sum(_rows)::int AS sum FROM published.${table_name}`,
      );
      return [table_name, sums[0]?.sum ?? 0] as const;
    });
    const { rows: kept } = await owner.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM published.rows_${release.id.replaceAll('-', '')}`,
    );
    for (const [name, count] of [['rows', kept[0]?.count ?? 0] as const, ...(await Promise.all(counts))])
      if (count !== rows.length || count !== release.row_count)
        found.push(
          `${release.version}: ${name} has ${count}, the file ${rows.length}, the catalogue ${release.row_count}`,
        );
  }
  return found;
}
