import { randomBytes } from 'node:crypto';
import { chown, link, readFile, rm, writeFile } from 'node:fs/promises';
import { hasCode } from './has-code.js';
import type { Place } from './find-place.js';

/** The superuser's password: made at the first start, then read. The first of two starts at once decides it for both. */
export async function superuserPassword({ passwordFile, account }: Place): Promise<string> {
  try {
    return await readFile(passwordFile, 'utf8');
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  const draft = `${passwordFile}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(draft, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
    if (account !== undefined) await chown(draft, account.uid, account.gid); // initdb reads it
    await link(draft, passwordFile);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(passwordFile, 'utf8');
}
