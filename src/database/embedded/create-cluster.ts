import { execFile } from 'node:child_process';
import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hasCode } from './has-code.js';
import { ownDirectory } from './own-directory.js';
import { serverProcess } from './server-process.js';
import type { Installation } from './find-installation.js';
import type { Place } from './find-place.js';

interface Manner {
  /** Whether to wait until the new files are on the disk. */
  durable: boolean;
  report: (line: string) => void;
}

/** Runs initdb unless it has been run. The cluster gets its name only when it is complete. */
export async function createCluster(place: Place, installation: Installation, manner: Manner): Promise<void> {
  if ((await stat(join(place.dataDirectory, 'PG_VERSION')).catch(() => undefined)) !== undefined) return;
  manner.report(`Creating a PostgreSQL database in ${place.dataDirectory}`);
  const draft = await mkdtemp(`${place.dataDirectory}.part-`);
  try {
    await ownDirectory(draft, place.account);
    const flags = [...flagsOf(place.passwordFile), ...(manner.durable ? [] : ['--no-sync'])];
    await promisify(execFile)(
      join(installation, 'bin', 'initdb'),
      ['-D', draft, ...flags],
      serverProcess(place.account),
    );
    await rename(draft, place.dataDirectory);
  } catch (error) {
    if (!hasCode(error, 'EEXIST', 'ENOTEMPTY')) throw error; // those two: another start was faster
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/**
 * PostgreSQL's own C.UTF-8 knows the case of every letter and sorts by code point, the same on every system and for ever:
 * a newer libc cannot silently change the order that an index relies on.
 */
function flagsOf(passwordFile: string): string[] {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--auth=scram-sha-256', '--username=postgres', `--pwfile=${passwordFile}`];
  return [...locale, ...access, '--data-checksums', '--no-instructions'];
}
