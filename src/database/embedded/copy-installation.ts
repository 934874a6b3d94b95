import { chmod, cp, lstat, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from './has-code.js';

/** Copies the binaries to where everybody may read them. Complete or not there at all, also when two starts do it at once. */
export async function copyInstallation(from: string, to: string, report: (line: string) => void): Promise<string> {
  if ((await lstat(to).catch(() => undefined)) !== undefined) return to;
  report(`Copying PostgreSQL to ${to}`);
  const draft = await mkdtemp(`${to}.part-`);
  try {
    await cp(from, draft, { recursive: true, verbatimSymlinks: true });
    await openToAll(draft);
    await rename(draft, to);
  } catch (error) {
    if (!hasCode(error, 'EEXIST', 'ENOTEMPTY')) throw error; // those two: the other start was faster
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return to;
}

/** npm under a strict umask installs for its own user alone. */
async function openToAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    if (entry.isFile()) await chmod(path, (await lstat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}
