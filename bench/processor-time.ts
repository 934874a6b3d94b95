import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A clock tick of Linux, as it counts in /proc. */
const TICK_MS = 10;

/**
 * Milliseconds of processor that this process and the whole database server (its postmaster's file says which) have used so
 * far. Linux alone tells it; elsewhere it is not a number.
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
  // After the name's parenthesis: state, parent (field 4), … user and system time (fields 14 and 15; man proc).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ours = candidate === pid || candidate === postmaster || Number(fields[1]) === postmaster;
  return ours ? (Number(fields[11]) + Number(fields[12])) * TICK_MS : 0;
}
