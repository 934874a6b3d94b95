import { buffer } from 'node:stream/consumers';
import { type FileSeal, FRAME, openFrame, SEALED_FRAME, TAG_BYTES } from '../../platform/crypto/index.js';
import type { ObjectStore } from '../../platform/storage/object-store.js';
import type { ByteSource } from '../inspection/byte-source.js';

/** Fetched at once: few requests to a store that is far, little in memory. */
const FRAMES_AT_ONCE = 4;
const STRETCH = FRAMES_AT_ONCE * FRAME;
/** The list of an archive's contents stands at its end, what it lists before: both are kept at hand. */
const STRETCHES_KEPT = 2;

/** A stored, sealed file, in the clear wherever one looks into it. Every byte that comes out was found to be genuine. */
export class SealedSource implements ByteSource {
  private readonly kept = new Map<number, Buffer>();

  /** @param length of the file in the clear */
  constructor(
    private readonly store: ObjectStore,
    private readonly place: { readonly objectKey: string; readonly seal: FileSeal },
    readonly length: number,
  ) {}

  async read(at: number, length: number): Promise<Buffer> {
    const end = Math.min(at + length, this.length);
    const pieces: Buffer[] = [];
    for (let from = at; from < end;) {
      const number = Math.floor(from / STRETCH);
      const stretch = await this.stretch(number);
      const piece = stretch.subarray(from - number * STRETCH, end - number * STRETCH);
      pieces.push(piece);
      from += piece.length;
    }
    return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
  }

  private async stretch(number: number): Promise<Buffer> {
    const kept = this.kept.get(number);
    if (kept) return kept;
    const opened = await this.fetched(number);
    const [oldest] = this.kept.keys();
    if (oldest !== undefined && this.kept.size >= STRETCHES_KEPT) this.kept.delete(oldest);
    this.kept.set(number, opened);
    return opened;
  }

  private async fetched(number: number): Promise<Buffer> {
    const first = number * FRAMES_AT_ONCE;
    const plain = Math.min(STRETCH, this.length - number * STRETCH);
    const frames = Math.ceil(plain / FRAME);
    const part = { from: first * SEALED_FRAME, bytes: plain + frames * TAG_BYTES };
    const sealed = await buffer(await this.store.get(this.place.objectKey, part));
    return Buffer.concat(
      Array.from({ length: frames }, (_, frame) =>
        openFrame(this.place.seal, first + frame, sealed.subarray(frame * SEALED_FRAME, (frame + 1) * SEALED_FRAME)),
      ),
    );
  }
}
