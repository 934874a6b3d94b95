import { copyFileSync, createWriteStream, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';

const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/**
 * Backs a running server up in both ways that operators do: its files with the WAL (`pg_backup_start`, as pg_basebackup does;
 * that program does not come with the embedded server), and every row of every table as text, as pg_dump writes them.
 */
export async function backUp(owner: pg.Client, cluster: string, into: string): Promise<void> {
  await owner.query(`SELECT pg_backup_start('canary', true)`);
  copyTree(cluster, join(into, 'files'));
  const { rows } = await owner.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop()');
  writeFileSync(join(into, 'files', 'backup_label'), rows[0]?.labelfile ?? '');
  copyTree(join(cluster, 'pg_wal'), join(into, 'files', 'pg_wal'));
  await dump(owner, join(into, 'dump.txt'));
}

/** What goes away meanwhile is in the WAL. */
function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    try {
      if (entry.isDirectory()) copyTree(source, target);
      else if (entry.isFile()) copyFileSync(source, target);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
}

/** What is compressed on the disk stands here in the clear: the queue's jobs, and what the planner keeps of columns, as well. */
async function dump(owner: pg.Client, file: string): Promise<void> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE (c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_%')
         OR c.oid IN ('pg_stats'::regclass, 'pg_stat_activity'::regclass, 'pg_settings'::regclass) ORDER BY 1`,
  );
  const out = createWriteStream(file);
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    out.write(`-- ${name}\n${rows.map(({ row }) => `${row}\n`).join('')}`);
  }
  out.end();
  await once(out, 'close');
}
