import { readdirSync, readFileSync } from 'node:fs';

/**
 * How long processes were on a processor, to the nanosecond: what an answer cost, whatever else the machine does meanwhile. Where
 * nothing else runs that is what its time is made of. Linux alone tells it; elsewhere it is always 0.
 */
export class WorkDone {
  constructor(private pids: readonly number[]) {}

  follow(pids: readonly number[]): void {
    this.pids = pids;
  }

  nanoseconds(): number {
    return this.pids.flatMap((pid) => filesOf(pid)).reduce((sum, file) => sum + ranFor(file), 0);
  }
}

/** One for each thread. */
function filesOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}/schedstat`);
  } catch {
    return [];
  }
}

function ranFor(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8').split(' ')[0]);
  } catch {
    return 0;
  }
}
