import type { EntityManager } from 'typeorm';
import { versionsOf } from '../records/release.store.js';
import { newestFirst, nextVersion, type SchemaColumn, schemaStep } from '../rules/next-version.js';

/**
 * The number of the release that is asked for: by how its columns differ from those of the newest that came, or may come, out.
 * @param columns those that it will have; null: nobody can tell yet, and they are taken to be the same
 */
export async function planVersion(
  manager: EntityManager,
  dataset: string,
  columns: readonly SchemaColumn[] | null,
): Promise<string> {
  const asked = await versionsOf(manager, dataset);
  const taken = asked.map(({ version }) => version);
  const standing = asked.filter((each) => each.columns !== null);
  const [newest] = newestFirst(standing.map(({ version }) => version));
  const before = standing.find(({ version }) => version === newest)?.columns ?? [];
  if (newest === undefined) return nextVersion(null, 'major', taken);
  return nextVersion(newest, columns === null ? 'patch' : schemaStep(before, columns), taken);
}
