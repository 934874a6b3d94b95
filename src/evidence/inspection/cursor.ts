import type { ByteSource } from './byte-source.js';
import { Misshapen } from './misshapen.js';
import type { Patience } from './patience.js';

/** Read ahead at once, and held in memory. */
export const WINDOW = 65_536;

/** Goes through a file from its beginning, with one window of it in memory. */
export class Cursor {
  at = 0;
  private start = 0;
  private window: Buffer = Buffer.alloc(0);

  constructor(
    readonly source: ByteSource,
    private readonly patience: Patience,
  ) {}

  get left(): number {
    return Math.max(0, this.source.length - this.at);
  }

  /** What stands here, without going on: fewer bytes than asked for at the end of the file. */
  async peek(length: number): Promise<Buffer> {
    this.patience.check();
    const from = this.at - this.start;
    if (from < 0 || from + length > this.window.length) {
      this.window = await this.source.read(this.at, Math.max(length, WINDOW));
      this.start = this.at;
    }
    return this.window.subarray(this.at - this.start, this.at - this.start + length);
  }

  /** The same, all of it. @throws Misshapen where the file ends before */
  async need(length: number): Promise<Buffer> {
    const bytes = await this.peek(length);
    if (bytes.length < length) throw new Misshapen();
    return bytes;
  }

  skip(bytes: number): void {
    this.at += bytes;
  }
}
