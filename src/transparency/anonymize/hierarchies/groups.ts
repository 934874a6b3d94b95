import { AnonymizationRefused } from '../anonymization-refused.js';
import { buildHierarchy, UNKNOWN, type Hierarchy } from '../hierarchy.js';

/**
 * Code → group → group of groups → `*`, each step a table (beat → district → area). `unknown` stays itself unless the
 * table says otherwise.
 * @throws AnonymizationRefused `hierarchy-incomplete` when a table misses a value
 */
export function groups(
  name: string,
  words: readonly string[],
  tables: readonly ReadonlyMap<string, string>[],
): Hierarchy {
  const columns = [words];
  for (const table of tables) columns.push((columns.at(-1) ?? words).map((word) => groupOf(name, word, table)));
  return buildHierarchy(name, columns);
}

function groupOf(name: string, word: string, table: ReadonlyMap<string, string>): string {
  const group = table.get(word) ?? (word === UNKNOWN ? UNKNOWN : undefined);
  if (group === undefined)
    throw new AnonymizationRefused('hierarchy-incomplete', `hierarchy "${name}" has no group for "${word}"`);
  return group;
}
