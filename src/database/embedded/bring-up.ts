import { setTimeout as sleep } from 'node:timers/promises';
import { awaitReady } from './await-ready.js';
import { launchPostmaster } from './launch-postmaster.js';
import { clearStaleLocks, findPostmaster } from './postmaster.js';
import { logLength, readLogTail } from './read-log.js';
import { makeSocketDirectory } from './socket-directory.js';
import { livingStarter, recordStarter } from './starter.js';
import { stopPostmaster } from './stop-postmaster.js';
import type { Installation } from './find-installation.js';
import type { Place } from './find-place.js';
import type { Postmaster } from './postmaster.js';

interface Wanted {
  place: Place;
  installation: Installation;
  password: string;
  settings: Record<string, string>;
  adopt: boolean;
  report: (line: string) => void;
}

interface Running {
  socketDirectory: string;
  /** Whether this process is the one to stop the server. */
  owned: boolean;
}

/** How long sessions of a killed server may keep its memory before a new one gives up waiting for them. */
const LONGEST_LEFTOVER_MS = 60_000;

/** Gets a server running on the place and ready: one that runs already, or a new one. */
export async function bringUp(wanted: Wanted): Promise<Running> {
  const deadline = Date.now() + LONGEST_LEFTOVER_MS;
  for (;;) {
    const found = findPostmaster(wanted.place.dataDirectory);
    const running = found === undefined ? await launch(wanted, deadline) : await take(found, wanted);
    if (running !== undefined) return running;
  }
}

/** @returns undefined when that server has ended, and one has to be started. */
async function take(found: Postmaster, { place, password, adopt, report }: Wanted): Promise<Running | undefined> {
  const starter = await livingStarter(place.starterFile);
  if (!adopt && starter !== undefined) {
    throw new Error(
      `${place.home} is in use: process ${starter} has started a PostgreSQL (process ${found.pid}) on it.`,
    );
  }
  if (!adopt) await stopPostmaster(place.dataDirectory);
  const ready = await awaitReady(found.pid, place.dataDirectory, password);
  if (ready === undefined) return undefined;
  if (starter === undefined) {
    report(`Taking over the PostgreSQL (process ${ready.pid}) that a process now dead has left running`);
    await recordStarter(place.starterFile);
  } else {
    report(`Sharing the PostgreSQL (process ${ready.pid}) that process ${starter} has started`);
  }
  return { socketDirectory: ready.socketDirectory, owned: starter === undefined };
}

/** @returns undefined when it is worth looking again: another start was faster, or a killed server's sessions still end. */
async function launch(wanted: Wanted, deadline: number): Promise<Running | undefined> {
  const { place, installation, password, settings, report } = wanted;
  report('Starting PostgreSQL');
  const socketDirectory = await makeSocketDirectory(place);
  clearStaleLocks(place.dataDirectory, socketDirectory);
  // Before, so that the new server never looks like an orphan; and after, should another start have written in between.
  await recordStarter(place.starterFile);
  const logged = await logLength(place.logFile);
  const pid = await launchPostmaster({ place, installation, socketDirectory, settings });
  const ready = await awaitReady(pid, place.dataDirectory, password).catch(async (error: unknown) => {
    await stopPostmaster(place.dataDirectory);
    throw error;
  });
  if (ready !== undefined) {
    await recordStarter(place.starterFile);
    return { socketDirectory, owned: true };
  }
  if (findPostmaster(place.dataDirectory) !== undefined) return undefined;
  const said = await readLogTail(place.logFile, logged);
  if (!said.includes('pre-existing shared memory block') || Date.now() > deadline) {
    throw new Error(`PostgreSQL did not start. Its log, ${place.logFile}, ends with:\n${said}`);
  }
  await sleep(250);
  return undefined;
}
