import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readTextLines } from './verify/index.js';

/**
 * The hierarchies of columns from a folder of `<dataset>_hierarchy_<column>.csv` or `<column>.csv`, a line a base value.
 * Columns without a file are left out.
 * @param dataset whose, when the folder holds several
 */
export async function hierarchyFiles(
  folder: string,
  columns: readonly string[],
  dataset?: string,
): Promise<ReadonlyMap<string, readonly (readonly string[])[]>> {
  const names = await readdir(folder);
  const found = new Map<string, readonly (readonly string[])[]>();
  for (const column of columns) {
    const endings = [`_hierarchy_${column}.csv`, `_hierarchy_${column}.csv.gz`];
    const having = names.filter((name) => name === `${column}.csv` || endings.some((ending) => name.endsWith(ending)));
    const file =
      having.length === 1 ? having[0] : having.find((name) => name.startsWith(`${dataset ?? ''}_hierarchy_`));
    if (file !== undefined) found.set(column, await readTextLines(join(folder, file)));
  }
  return found;
}
