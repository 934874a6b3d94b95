import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { canReach } from './can-reach.js';
import { ownDirectory } from './own-directory.js';
import type { Account } from './account.js';
import type { Place } from './find-place.js';

/** The system holds a socket's path in 104 bytes (macOS) or 108 (Linux). */
const LONGEST_PATH = 100;

/** Where the server's socket goes: beside the data, or in a short directory of its own when that path is too long. */
export async function makeSocketDirectory({ home, account }: Place): Promise<string> {
  const short = `redress-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`;
  const candidates = [join(home, 'socket'), join(tmpdir(), short), join('/tmp', short)];
  for (const directory of candidates.filter(fits)) {
    if (!(await isOpen(dirname(directory), account).catch(() => false))) continue;
    await ownDirectory(directory, account);
    return directory;
  }
  throw new Error(`No directory is short enough and open to PostgreSQL for its socket; tried ${candidates.join(', ')}`);
}

function fits(directory: string): boolean {
  return Buffer.byteLength(join(directory, '.s.PGSQL.5432')) <= LONGEST_PATH;
}

async function isOpen(parent: string, account: Account | undefined): Promise<boolean> {
  const real = await realpath(parent);
  return account === undefined || canReach(real, account);
}
