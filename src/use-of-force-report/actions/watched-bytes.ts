import { createHash } from 'node:crypto';

/** A stream of bytes that is counted and hashed as it is read. */
export class Watched implements AsyncIterable<Uint8Array> {
  length = 0;
  private readonly hash = createHash('sha256');
  private digest: string | null = null;

  constructor(private readonly source: AsyncIterable<Uint8Array>) {}

  /** Hexadecimal; to be asked when all was read. */
  get sha256(): string {
    this.digest ??= this.hash.digest('hex');
    return this.digest;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const bytes of this.source) {
      this.length += bytes.byteLength;
      this.hash.update(bytes);
      yield bytes;
    }
  }
}
