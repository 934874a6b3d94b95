import { readFileSync, statSync } from 'node:fs';
import { SettingsRefused } from '../errors/settings-refused.js';

/** What an orchestrator mounts is in a file system of the container's own, and stands as the orchestrator wrote it. */
const MOUNTED = /^\/(run|var\/run)\/secrets\//;
const EVERYBODY = 0o007;

/**
 * The text of a file that holds a secret.
 * @throws SettingsRefused when it cannot be read, or when everybody on the machine may read or write it
 */
export function readSecretFile(file: string): string {
  try {
    if (isOpenToAll(file))
      throw new SettingsRefused(`${file} holds a secret, and everybody on this machine may read it: chmod 600 it.`);
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof SettingsRefused) throw error;
    throw new SettingsRefused(`${file} cannot be read: is it there, and may this user read it?`);
  }
}

/** Windows keeps no such bits. */
function isOpenToAll(file: string): boolean {
  return process.platform !== 'win32' && !MOUNTED.test(file) && (statSync(file).mode & EVERYBODY) !== 0;
}
