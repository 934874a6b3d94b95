import { type OpenDatabases, openDatabases } from '../database/open-databases.js';
import { readSettings, type Settings } from '../platform/settings.js';
import { say } from './say.js';

/** Opens what the settings name, does the work, and closes it again whatever happened. */
export async function withDatabases<T>(work: (databases: OpenDatabases, settings: Settings) => Promise<T>): Promise<T> {
  const settings = readSettings();
  const databases = await openDatabases(settings, say);
  try {
    return await work(databases, settings);
  } finally {
    await databases.stop();
  }
}
