import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Canary, CONTROL, MARKS } from '../test/support/canary.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Where a trace may stand, by what its file's path holds; a backup before what it is a copy of. */
const PLACES: readonly [string, string][] = [
  ['backup, rows as text (as pg_dump writes them)', 'dump.txt'],
  ['backup, files and WAL (pg_backup_start)', '/backup'],
  ['WAL', '/pg_wal/'],
  ['tables', '/base/'],
];

/**
 * `canary [people]`: so many people file anonymously, read, answer and send a photo over real HTTP, each with an address, a
 * browser, a cookie, a name and a telephone number of their own; then the database is backed up while it runs, in both ways.
 * Prints in how many files any of it stands afterwards (0 is demanded), that the search finds what is stored openly, and that it
 * finds a column in the clear, in the backups too.
 */
export async function run([people = '200']: string[]): Promise<void> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'redress-canary-'));
  chmodSync(dataDirectory, 0o755);
  const canary = new Canary(dataDirectory);
  try {
    await canary.fly(Number(people));
    const receipts = canary.receipts.flatMap((code) => [code, code.replaceAll('-', '')]);
    const told = canary.hits(Object.values(MARKS));
    say(`${people} people wrote: ${told.length} hits of what they told or came from ${told.join(', ')}`);
    const kept = canary.hits(receipts);
    say(`their ${canary.receipts.length} receipts: ${kept.length} hits ${kept.join(', ')}`);
    say(
      `looked at: tables, WAL, jobs, the planner's statistics, logs (debug), evidence, keys, temporary files, backups,`,
    );
    say(
      `  and ${canary.watched.sort().join(', ')} (there are no metrics); core files: at most ${canary.coreLimit} bytes`,
    );
    say(
      `what is stored openly (${CONTROL.district}), which must not be 0: ${byPlace(canary.hits([CONTROL.district]))}`,
    );
    await canary.plantColumn();
    const planted = canary.hits([MARKS.name]);
    say(`with a column in the clear planted, which must not be 0: ${byPlace(planted)}`);
    const isBackedUp = planted.some((hit) => hit.includes('/backup-of-planted/'));
    if (told.length + kept.length > 0 || planted.length === 0 || !isBackedUp) process.exitCode = 1;
  } finally {
    const postgres = realpathSync(join(dataDirectory, 'postgres'));
    for (const directory of [postgres, dataDirectory]) rmSync(directory, { recursive: true, force: true });
  }
}

function byPlace(hits: readonly string[]): string {
  const left = [...hits];
  const counts = PLACES.map(([name, part]) => {
    const here = left.filter((hit) => hit.includes(part));
    for (const hit of here) left.splice(left.indexOf(hit), 1);
    return `${name} ${here.length}`;
  });
  return [...counts, `elsewhere ${left.length}`].join(', ');
}
