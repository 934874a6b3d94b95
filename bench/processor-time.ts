import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A clock tick of Linux, as it counts in /proc. */
const TICK_MS = 10;

/**
 * Milliseconds of processor that this process and the whole database server (its postmaster's file says which) have used so
 * far, with what connections used that have ended. Linux alone tells it (schedstat, in nanoseconds, by thread; of what has ended
 * in ticks); elsewhere it is not a number.
 */
export async function processorTime(pid: number, postgresDirectory: string): Promise<number> {
  try {
    const postmaster = Number((await readFile(join(postgresDirectory, 'postmaster.pid'), 'utf8')).split('\n')[0]);
    const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const used = await Promise.all(all.map((name) => timeOf(Number(name), pid, postmaster)));
    return used.reduce((sum, each) => sum + each, 0);
  } catch {
    return NaN;
  }
}

async function timeOf(candidate: number, pid: number, postmaster: number): Promise<number> {
  const stat = await readFile(`/proc/${candidate}/stat`, 'utf8').catch(() => '');
  // After the name's parenthesis: state, parent (field 4), … time of children that have ended (fields 16 and 17; man proc).
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const parent = fields[1];
  const ended = candidate === postmaster ? ((fields[13] ?? 0) + (fields[14] ?? 0)) * TICK_MS : 0;
  if (candidate !== pid && candidate !== postmaster && parent !== postmaster) return 0;
  const threads = await readdir(`/proc/${candidate}/task`).catch(() => []);
  const used = await Promise.all(
    threads.map(async (thread) => {
      const text = await readFile(`/proc/${candidate}/task/${thread}/schedstat`, 'utf8').catch(() => '0');
      return Number(text.split(' ')[0]) / 1e6;
    }),
  );
  return used.reduce((sum, each) => sum + each, ended);
}
