import { parse, CsvError } from 'csv-parse';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

export interface FileFacts {
  readonly sha256: string;
  /** Why reading stopped early, if it did. */
  readonly failure: string | null;
}

/** Reads a CSV file once, record by record, with its hash; memory does not grow with the file. */
export async function readRows(
  path: string,
  onRecord: (cells: readonly string[], line: number) => void,
): Promise<FileFacts> {
  const hash = createHash('sha256');
  const bytes = createReadStream(path, { highWaterMark: 2 ** 18 });
  bytes.on('data', (chunk) => hash.update(chunk));
  const records = parse({ relax_column_count: true, skip_empty_lines: false });
  bytes.on('error', (error) => records.destroy(error));
  bytes.pipe(records);
  let line = 0;
  try {
    for await (const cells of records) onRecord(cells as string[], ++line);
  } catch (error) {
    if (!(error instanceof CsvError) && !isFileError(error)) throw error;
    return { sha256: '', failure: error.message };
  } finally {
    bytes.destroy();
  }
  return { sha256: hash.digest('hex'), failure: null };
}

function isFileError(error: unknown): error is Error {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}
