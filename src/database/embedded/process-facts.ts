import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export interface ProcessFacts {
  /** Tells a process from a later one with the same number. */
  readonly startedAt: string;
  readonly command: string;
}

/** What the system says of a living process; undefined when there is none, or only one that has ended and awaits its parent. */
export function processFacts(pid: number): ProcessFacts | undefined {
  try {
    return existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid);
  } catch {
    return undefined;
  }
}

function fromProc(pid: number): ProcessFacts | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name before the last parenthesis may hold anything; state is field 3, start time field 22 (man proc).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return { startedAt: fields[19] ?? '', command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') };
}

function fromPs(pid: number): ProcessFacts | undefined {
  const [state = '', ...rest] = execFileSync('ps', ['-ww', '-o', 'state=,lstart=,command=', '-p', String(pid)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
    .trim()
    .split(/ +/);
  if (state.startsWith('Z')) return undefined;
  return { startedAt: rest.slice(0, 5).join(' '), command: rest.slice(5).join(' ') };
}
