import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { serverArguments } from './server-settings.js';
import { serverProcess } from './server-process.js';
import type { Installation } from './find-installation.js';
import type { Place } from './find-place.js';

interface Launch {
  place: Place;
  installation: Installation;
  socketDirectory: string;
  settings: Record<string, string>;
}

/**
 * Starts the server in a session of its own: Ctrl-C in our terminal reaches us, and the server only when we have drained.
 * @returns its process number; it is not ready yet.
 */
export async function launchPostmaster({ place, installation, socketDirectory, settings }: Launch): Promise<number> {
  const log = openSync(place.logFile, 'a', 0o600);
  const server = spawn(
    join(installation, 'bin', 'postgres'),
    ['-D', place.dataDirectory, ...serverArguments(socketDirectory, settings)],
    { ...serverProcess(place.account), detached: true, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  await once(server, 'spawn');
  server.unref();
  if (server.pid === undefined) throw new Error('PostgreSQL was started and has no process number.');
  return server.pid;
}
