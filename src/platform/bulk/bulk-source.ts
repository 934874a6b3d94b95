import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { RuleBroken } from '../errors/rule-broken.js';
import type { BulkTable } from './bulk-table.js';
import { CsvFile } from './csv-file.js';
import type { CsvRecord } from './csv-splitter.js';
import { REJECT_COLUMNS } from './rejects-file.js';

/** A file that was given, and what kind its header says it is. */
export interface BulkSource {
  table: BulkTable;
  path: string;
  header: readonly string[];
  /** One of our own rejects files, mended. */
  mended: boolean;
}

/**
 * The files to read, in the order of the tables. Of a directory, those whose header is known; rejects files only by name.
 * @throws RuleBroken file-unreadable, file-not-recognised, nothing-to-import (422)
 */
export async function findSources(paths: readonly string[], tables: readonly BulkTable[]): Promise<BulkSource[]> {
  const found: BulkSource[] = [];
  for (const path of paths) {
    const inside = await filesIn(path);
    for (const file of inside ?? [path]) {
      const header = headerOf(await firstRecord(await CsvFile.open(file)));
      const source = recognise(file, header, tables);
      if (source && !(inside && source.mended)) found.push(source);
      else if (!inside) throw new RuleBroken('file-not-recognised', refusal(file, tables, header), 422);
    }
  }
  if (found.length === 0) throw new RuleBroken('nothing-to-import', refusal('What was given', tables), 422);
  return found.sort((one, other) => tables.indexOf(one.table) - tables.indexOf(other.table));
}

/** Null when it is not a directory. */
async function filesIn(path: string): Promise<string[] | null> {
  const isDirectory = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isDirectory) return null;
  const names = (await readdir(path)).filter((name) => /[.]csv([.]gz)?$/.test(name));
  return names.sort().map((name) => join(path, name));
}

function recognise(path: string, header: readonly string[], tables: readonly BulkTable[]): BulkSource | null {
  const table = tables.find(({ columns }) => columns.every((column) => header.includes(column)));
  return table ? { table, path, header, mended: REJECT_COLUMNS.every((column) => header.includes(column)) } : null;
}

export function headerOf(record: CsvRecord | undefined): string[] {
  return record?.cells.map((cell) => cell.replace(/^\uFEFF/, '').trim()) ?? [];
}

async function firstRecord(file: CsvFile): Promise<CsvRecord | undefined> {
  for await (const [record] of file.records()) if (record) return record;
  return undefined;
}

function refusal(what: string, tables: readonly BulkTable[], header?: readonly string[]): string {
  const [only, ...others] = tables;
  if (header && only && others.length === 0) {
    const lacking = only.columns.filter((column) => !header.includes(column));
    return `${basename(what)} is not a file that this import knows by its header: it lacks ${lacking.slice(0, 8).join(', ')}.`;
  }
  const kinds = tables.map(({ name, columns }) => `${name} (${columns.slice(0, 4).join(', ')}, …)`);
  return `${basename(what)} is not a file that this import knows by its header: it takes ${kinds.join('; ')}.`;
}
