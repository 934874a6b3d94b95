import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';
import type { ByteSource } from '../byte-source.js';
import { WINDOW } from '../cursor.js';
import type { Patience } from '../patience.js';

/** A file of ours, as yauzl wants to read it. */
export class SourceReader extends RandomAccessReader {
  constructor(
    private readonly source: ByteSource,
    private readonly patience: Patience,
  ) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.pieces(start, end), { objectMode: false });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.source.read(position, length).then(
      (bytes) => {
        bytes.copy(buffer, offset);
        callback(bytes.length < length ? new Error('unexpected EOF') : null);
      },
      (error: unknown) => {
        callback(error as Error);
      },
    );
  }

  private async *pieces(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end;) {
      this.patience.check();
      const bytes = await this.source.read(at, Math.min(WINDOW, end - at));
      if (bytes.length === 0) return;
      yield bytes;
      at += bytes.length;
    }
  }
}
