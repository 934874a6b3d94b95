import { setTimeout as sleep } from 'node:timers/promises';
import { findPostmaster } from './postmaster.js';
import { processFacts } from './process-facts.js';

const LONGEST_STOP_MS = 60_000;

/** Ends the server's sessions, lets it write everything down, and waits for its end. Nothing happens when none runs. */
export async function stopPostmaster(dataDirectory: string): Promise<void> {
  const running = findPostmaster(dataDirectory);
  if (running === undefined) return;
  process.kill(running.pid, 'SIGINT'); // to PostgreSQL: fast shutdown
  await awaitEnd(running.pid);
}

/** @throws Error when the process still lives after a minute. */
export async function awaitEnd(pid: number): Promise<void> {
  const deadline = Date.now() + LONGEST_STOP_MS;
  while (processFacts(pid) !== undefined) {
    if (Date.now() > deadline)
      throw new Error(`PostgreSQL (process ${pid}) has not stopped in ${LONGEST_STOP_MS / 1000} s.`);
    await sleep(25);
  }
}
