import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { CsvMalformed, CsvScanner, type CsvRecord } from './csv-scanner.js';

export interface FileFacts {
  readonly sha256: string;
  readonly bytes: number;
  /** Why reading stopped early, if it did. */
  readonly failure: string | null;
}

const PIECE = 1 << 20;

/** Reads a CSV file once, record by record, with its hash; gzipped when its name ends so. Memory does not grow with it. */
export async function scanFile(
  path: string,
  onRecord: (record: CsvRecord) => void,
  separator = ',',
): Promise<FileFacts> {
  const hash = createHash('sha256');
  const scanner = new CsvScanner(separator.charCodeAt(0), onRecord);
  let bytes = 0;
  const counted = async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
  };
  const scan = async (pieces: AsyncIterable<Buffer>): Promise<void> => {
    for await (const piece of pieces) scanner.push(piece);
    scanner.end();
  };
  try {
    const unpacked = path.endsWith('.gz') ? createGunzip() : new PassThrough({ highWaterMark: PIECE });
    await pipeline(createReadStream(path, { highWaterMark: PIECE }), counted, unpacked, scan);
  } catch (error) {
    if (!(error instanceof CsvMalformed) && !isFileError(error)) throw error;
    return { sha256: '', bytes, failure: error.message };
  }
  return { sha256: hash.digest('hex'), bytes, failure: null };
}

/** The file's own fault: it is not there, may not be read, or is not the archive that its name says. */
function isFileError(error: unknown): error is Error {
  if (typeof error !== 'object' || error === null) return false;
  return 'syscall' in error || ('code' in error && String(error.code).startsWith('Z_'));
}
