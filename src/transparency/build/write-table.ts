import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { csvLine } from '../rules/csv-line.js';
import type { ReleasedTable } from './released-table.js';

export interface WrittenTable {
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  /** By column: every word that stands in the file, keys apart. */
  readonly values: readonly ReadonlySet<string>[];
}

const PIECE = 1 << 18;

/** Writes the file to the disk itself before it answers, with its hash; memory does not grow with the rows. */
export async function writeTable(path: string, table: ReleasedTable): Promise<WrittenTable> {
  const hash = createHash('sha256');
  const values = table.columns.map(() => new Set<string>());
  const file = await open(path, 'w', 0o640);
  let [bytes, rows, text] = [0, 0, csvLine(table.columns.map(({ name }) => name))];
  const flush = async (): Promise<void> => {
    const piece = Buffer.from(text);
    hash.update(piece);
    bytes += piece.length;
    text = '';
    await file.writeFile(piece);
  };
  try {
    for (const cells of table.rows()) {
      rows++;
      table.columns.forEach(({ role }, at) => role !== 'key' && values[at]?.add(cells[at] ?? ''));
      text += csvLine(cells);
      if (text.length > PIECE) await flush();
    }
    await flush();
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes, rows, values };
}
