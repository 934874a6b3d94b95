import { chmod, lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canReach } from './can-reach.js';
import type { Account } from './account.js';

/**
 * A directory of root's that the account can reach, for what cannot stay in a checkout closed to it (`mktemp -d` is 0700).
 * @throws Error when there is none.
 */
export async function systemDirectory(account: Account): Promise<string> {
  for (const candidate of ['/var/lib/redress', join(tmpdir(), 'redress'), '/tmp/redress']) {
    if (await isUsable(candidate, account).catch(() => false)) return candidate;
  }
  throw new Error('No directory was found that PostgreSQL, which refuses to run as root, can reach. Set DATABASE_URL.');
}

async function isUsable(path: string, account: Account): Promise<boolean> {
  const created = await mkdir(path, { recursive: true });
  if (created !== undefined) await chmod(path, 0o755); // whatever the umask is
  const { uid, mode } = await lstat(path);
  return uid === process.getuid?.() && (mode & 0o022) === 0 && (await canReach(path, account));
}
