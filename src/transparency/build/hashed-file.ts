import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

const PIECE = 1 << 18;

/** A text file with its hash, written to the disk itself before it is done; memory does not grow with it. */
export class HashedFile {
  bytes = 0;
  private text = '';
  private readonly hash: Hash = createHash('sha256');

  private constructor(private readonly file: FileHandle) {}

  static async create(path: string): Promise<HashedFile> {
    return new HashedFile(await open(path, 'w', 0o640));
  }

  /** True when `flush` should be called. */
  write(text: string): boolean {
    this.text += text;
    return this.text.length > PIECE;
  }

  async flush(): Promise<void> {
    const piece = Buffer.from(this.text);
    this.text = '';
    this.hash.update(piece);
    this.bytes += piece.length;
    await this.file.writeFile(piece);
  }

  /** @returns the SHA-256 of all of it, in hexadecimal */
  async finish(): Promise<string> {
    await this.flush();
    await this.file.sync();
    return this.hash.digest('hex');
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}
