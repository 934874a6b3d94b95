import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { processFacts } from './process-facts.js';

/** Records beside the data that this process is the one to stop the server. */
export async function recordStarter(file: string): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, identityOf(process.pid), { mode: 0o600 });
  await rename(draft, file);
}

/** @returns the living process that is to stop the server; undefined when it has died and left the server an orphan. */
export async function livingStarter(file: string): Promise<number | undefined> {
  const recorded = await readFile(file, 'utf8').catch(() => '');
  const pid = Number.parseInt(recorded, 10);
  return recorded !== '' && recorded === identityOf(pid) ? pid : undefined;
}

export async function namesThisProcess(file: string): Promise<boolean> {
  return (await livingStarter(file)) === process.pid;
}

export async function removeStarter(file: string): Promise<void> {
  await rm(file, { force: true });
}

function identityOf(pid: number): string {
  return `${pid} ${processFacts(pid)?.startedAt ?? 'gone'}`;
}
