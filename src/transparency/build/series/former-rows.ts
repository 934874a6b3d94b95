import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { CsvFile } from '../../../platform/bulk/csv-file.js';
import { SeriesRefused } from '../../series/index.js';

/** The file that the epoch published last. */
export interface FormerFile {
  readonly path: string;
  readonly sha256: string;
}

/** A unit as it was published: its rows as cells, in the order of the file's columns. */
export interface FormerUnit {
  readonly pseudonym: string;
  readonly rows: readonly (readonly string[])[];
}

/** @throws SeriesRefused series-malformed when it is not the file that was published, or is gone */
export async function checkFormer({ path, sha256 }: FormerFile): Promise<void> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) hash.update(piece);
  } catch {
    throw changed();
  }
  if (hash.digest('hex') !== sha256) throw changed();
}

/** Unit by unit, as a stream. @param columns the file's header as it must be @param unit the column that joins rows */
export async function* formerUnits(
  { path }: FormerFile,
  columns: readonly string[],
  unit: string,
): AsyncGenerator<FormerUnit> {
  const unitAt = columns.indexOf(unit);
  let open: { readonly pseudonym: string; readonly rows: string[][] } = { pseudonym: '', rows: [] };
  let first = true;
  for await (const records of (await CsvFile.open(path)).records())
    for (const { cells, fault } of records) {
      if (fault !== null || cells.length !== columns.length || (first && cells.join() !== columns.join()))
        throw changed();
      const isHeader = first;
      first = false;
      if (isHeader) continue;
      const pseudonym = cells[unitAt]!;
      if (open.pseudonym !== pseudonym) {
        if (open.rows.length > 0) yield open;
        open = { pseudonym, rows: [] };
      }
      open.rows.push([...cells]);
    }
  if (open.rows.length > 0) yield open;
}

function changed(): SeriesRefused {
  return new SeriesRefused(
    'series-malformed',
    'the file that the epoch published last is not there as it was published',
  );
}
