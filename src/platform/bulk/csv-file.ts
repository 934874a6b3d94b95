import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { RuleBroken } from '../errors/rule-broken.js';
import { type CsvRecord, CsvSplitter } from './csv-splitter.js';

const PIECE = 64 * 1024;
const GZIP = 0x1f8b;

/** A CSV file, gzipped or plain (its first two bytes tell, not its name), read as a stream. */
export class CsvFile {
  /** Of the file as it lies on disk, so that progress has an end. */
  bytesRead = 0;
  private readonly splitter = new CsvSplitter();
  private readonly decoder = new TextDecoder('utf-8');

  private constructor(
    readonly path: string,
    readonly bytes: number,
    private readonly gzipped: boolean,
  ) {}

  /** @throws RuleBroken file-unreadable (422) */
  static async open(path: string): Promise<CsvFile> {
    try {
      const { size } = await stat(path);
      const handle = await open(path);
      const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
      await handle.close();
      return new CsvFile(path, size, buffer.readUInt16BE() === GZIP);
    } catch (error) {
      throw unreadable(path, error);
    }
  }

  /** Its records in order, some hundreds at a time. @throws RuleBroken file-unreadable (422) */
  async *records(): AsyncGenerator<CsvRecord[]> {
    try {
      for await (const piece of this.pieces())
        yield this.splitter.push(this.decoder.decode(piece as Buffer, { stream: true }));
      yield this.splitter.push(this.decoder.decode());
      yield this.splitter.end();
    } catch (error) {
      throw unreadable(this.path, error);
    }
  }

  private pieces(): Readable {
    const raw = createReadStream(this.path, { highWaterMark: PIECE });
    raw.on('data', (piece) => (this.bytesRead += piece.length));
    // The reader of what comes out is told of a fault on either side; the callback has nothing to add.
    return this.gzipped ? pipeline(raw, createGunzip({ chunkSize: PIECE }), () => undefined) : raw;
  }
}

function unreadable(path: string, error: unknown): RuleBroken {
  if (error instanceof RuleBroken) return error;
  const { message } = error as Error;
  return new RuleBroken('file-unreadable', `${basename(path)} cannot be read: ${message}`, 422);
}
