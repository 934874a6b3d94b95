import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

const RESOLUTION_MS = 5;

/** For how long this process could do nothing else. */
export class LoopHold {
  private readonly delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

  constructor() {
    this.delays.enable();
  }

  /** The longest since it was last asked, in milliseconds. */
  async longest(): Promise<number> {
    const most = Math.max(0, this.delays.max / 1e6 - RESOLUTION_MS);
    this.delays.reset();
    // What holds it up before it has ticked once again is not counted.
    await wait(2 * RESOLUTION_MS);
    return most;
  }

  /** The fault that must be seen: nothing else for so long. */
  async planted(milliseconds: number): Promise<number> {
    await this.longest();
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
    await wait(4 * RESOLUTION_MS);
    return this.longest();
  }
}
