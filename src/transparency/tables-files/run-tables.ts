import { writeFile } from 'node:fs/promises';
import { RuleBroken } from '../../platform/errors/rule-broken.js';
import { suppressTables, type SuppressedTable, TableRefused, type Width } from '../tables/index.js';
import { publishedTable } from './published-table.js';
import { readTables } from './read-tables.js';

export interface TableOptions {
  /** Greatest count withheld, in place of what the file says. */
  readonly threshold?: string;
  readonly width?: string;
  readonly seconds?: string;
  /** Where to write the tables as they may be published. */
  readonly published?: string;
}

/** What the command line says of a file of tables. Refusals carry the engine's stable codes. */
export async function runTables(path: string, options: TableOptions): Promise<SuppressedTable[]> {
  const tables = await readTables(path, options.threshold === undefined ? undefined : Number(options.threshold));
  try {
    const results = await suppressTables(tables, {
      width: widthOf(options.width),
      ...(options.seconds !== undefined && { seconds: Number(options.seconds) }),
    });
    if (options.published !== undefined) {
      const published = tables.map((table, at) => publishedTable(table, results[at]!.suppressed));
      await writeFile(options.published, `${JSON.stringify(published, undefined, 1)}\n`);
    }
    return results;
  } catch (error) {
    if (error instanceof TableRefused) throw new RuleBroken(error.code, error.message);
    throw error;
  }
}

function widthOf(word = 'threshold'): Width {
  if (word === 'own' || word === 'threshold') return word;
  throw new RuleBroken('width-unknown', `--width is "threshold" or "own", not ${word}.`);
}

export function describeTable(table: SuppressedTable): string {
  const how = table.optimal ? 'proven cheapest' : `within ${(table.gap * 100).toFixed(1)} % of the cheapest`;
  const exposed = table.exposed > 0 ? `, ${table.exposed} cells of earlier releases were exposed before` : '';
  return (
    `${table.name}: ${table.suppressed.length} cells withheld, ${table.primary} of them primary, cost ${table.cost}, ` +
    `${table.narrow} narrow${exposed}, ${how}, ${table.seconds.toFixed(2)} s`
  );
}
