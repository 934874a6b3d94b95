import { setTimeout as sleep } from 'node:timers/promises';
import { findPostmaster } from './postmaster.js';
import { processFacts } from './process-facts.js';

/** Longer than it takes to write out all of shared_buffers to a slow disk. */
const FAST_SHUTDOWN_MS = 30_000;
const IMMEDIATE_SHUTDOWN_MS = 30_000;

/**
 * Ends the server's sessions, lets it write everything down, and waits for its end. Nothing happens when none runs.
 * A fast shutdown can hang: on a session that does not react, and in PostgreSQL 18 when it comes at the end of a crash
 * recovery. After `patience` (ms) an immediate one follows; it loses nothing committed, the next start recovers it.
 * @throws Error when that does not end it either.
 */
export async function stopPostmaster(dataDirectory: string, patience = FAST_SHUTDOWN_MS): Promise<void> {
  const running = findPostmaster(dataDirectory);
  if (running === undefined) return;
  process.kill(running.pid, 'SIGINT'); // to PostgreSQL: fast shutdown
  if (await ends(running.pid, patience)) return;
  process.kill(running.pid, 'SIGQUIT'); // immediate shutdown
  if (await ends(running.pid, IMMEDIATE_SHUTDOWN_MS)) return;
  throw new Error(`PostgreSQL (process ${running.pid}) on ${dataDirectory} does not stop.`);
}

async function ends(pid: number, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (processFacts(pid) !== undefined) {
    if (Date.now() > deadline) return false;
    await sleep(25);
  }
  return true;
}
