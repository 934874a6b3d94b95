import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { processFacts } from './process-facts.js';

/** PostgreSQL's main process, as its lock file postmaster.pid describes it. */
export interface Postmaster {
  readonly pid: number;
  readonly socketDirectory: string;
  readonly status: string;
}

const LOCK_FILE = 'postmaster.pid';

/** @returns the one that serves this data directory now; undefined when there is none, whatever a stale file says. */
export function findPostmaster(dataDirectory: string): Postmaster | undefined {
  const lines = linesOf(join(dataDirectory, LOCK_FILE));
  const pid = Number(lines[0]);
  if (!servesDirectory(pid, dataDirectory)) return undefined;
  return { pid, socketDirectory: lines[4] ?? '', status: (lines[7] ?? '').trim() };
}

/**
 * PostgreSQL itself clears the lock files of a dead server, but takes any process that has since got the same number for
 * a living one. Those, and only those, are removed; backends that outlived their server still hold its shared memory.
 */
export function clearStaleLocks(dataDirectory: string, socketDirectory: string): void {
  for (const file of [join(dataDirectory, LOCK_FILE), join(socketDirectory, '.s.PGSQL.5432.lock')]) {
    const pid = Number(linesOf(file)[0]);
    if (isAlive(pid) && !servesDirectory(pid, dataDirectory)) rmSync(file, { force: true });
  }
}

function servesDirectory(pid: number, dataDirectory: string): boolean {
  const command = processFacts(pid)?.command ?? '';
  return command.includes('postgres') && command.includes(` -D ${dataDirectory} `);
}

/** Also true of a process that has ended and awaits its parent: PostgreSQL sees that as living. */
function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
