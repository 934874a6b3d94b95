import { createHash } from 'node:crypto';
import { mkdir, realpath, rmdir, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { unprivilegedAccount } from './account.js';
import { canReach } from './can-reach.js';
import { hasCode } from './has-code.js';
import { ownDirectory } from './own-directory.js';
import { systemDirectory } from './system-directory.js';
import type { Account } from './account.js';

/** Where one server's files stand, and who it runs as. */
export interface Place {
  readonly home: string;
  readonly account: Account | undefined;
  readonly dataDirectory: string;
  readonly logFile: string;
  readonly passwordFile: string;
  readonly starterFile: string;
}

/** Settles where the requested directory's server lives: there, or as root behind a symbolic link when it must. */
export async function findPlace(directory: string, report: (line: string) => void): Promise<Place> {
  if (process.platform === 'win32') {
    throw new Error('The embedded PostgreSQL does not run on Windows. Set DATABASE_URL to a PostgreSQL 15 or newer.');
  }
  await mkdir(dirname(resolve(directory)), { recursive: true });
  const requested = join(await realpath(dirname(resolve(directory))), basename(resolve(directory)));
  const account = process.getuid?.() === 0 ? await accountFor(requested) : undefined;
  const home = await findHome(requested, account);
  if (home !== requested) report(`The database of ${requested} is kept in ${home}`);
  await ownDirectory(home, account);
  return {
    home,
    account,
    dataDirectory: join(home, 'cluster'),
    logFile: join(home, 'server.log'),
    passwordFile: join(home, 'superuser-password'),
    starterFile: join(home, 'starter'),
  };
}

/** Who owns the database already there goes on serving it: it may have been made before by a user, and now we are root. */
async function accountFor(requested: string): Promise<Account> {
  const existing = await stat(join(requested, 'cluster')).catch(() => undefined);
  return existing === undefined || existing.uid === 0 ? unprivilegedAccount() : existing;
}

async function findHome(requested: string, account: Account | undefined): Promise<string> {
  const real = await realpath(requested).catch(() => requested);
  if (account === undefined || (await canReach(dirname(real), account))) return real;
  const key = createHash('sha256').update(requested).digest('hex').slice(0, 16);
  const home = join(await systemDirectory(account), key);
  await ownDirectory(home, account);
  await link(home, requested);
  return realpath(requested);
}

/** Leads people from the directory they know to the real one. Another start may be doing the same just now. */
async function link(home: string, requested: string): Promise<void> {
  await rmdir(requested).catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT', 'ENOTDIR')) {
      throw new Error(`PostgreSQL, which refuses to run as root, cannot reach ${requested}, and it is not empty.`, {
        cause: error,
      });
    }
  });
  await symlink(home, requested).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST')) throw error;
  });
}
