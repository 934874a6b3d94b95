import { chmod, chown, lstat, mkdir } from 'node:fs/promises';
import { hasCode } from './has-code.js';
import type { Account } from './account.js';

/**
 * Makes a directory that only the server (and root) may enter, or takes one that is already ours.
 * @throws Error when something of somebody else's stands there: in a shared /tmp that could be a trap.
 */
export async function ownDirectory(path: string, account: Account | undefined): Promise<void> {
  await mkdir(path, { mode: 0o700 }).catch(unlessThere);
  const found = await lstat(path);
  const ours = [process.getuid?.(), account?.uid].includes(found.uid);
  if (!found.isDirectory() || !ours) {
    throw new Error(
      `${path} is not a directory of this user's (its owner has the number ${found.uid}). Choose another.`,
    );
  }
  if (account !== undefined) await chown(path, account.uid, account.gid);
  await chmod(path, 0o700);
}

function unlessThere(error: unknown) {
  if (!hasCode(error, 'EEXIST')) throw error;
}
