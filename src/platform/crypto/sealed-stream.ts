import { type CipherGCM, createCipheriv, createDecipheriv } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { ByteQueue } from './byte-queue.js';
import { SealBroken } from './seal.js';

/** Plaintext bytes of every frame but the last two. */
export const FRAME = 64 * 1024;
export const TAG_BYTES = 16;
/** Whoever reads a sealed file in pieces of this size gets a frame a piece, and nothing is copied. */
export const SEALED_FRAME = FRAME + TAG_BYTES;

/**
 * What a sealed file is bound to: `key` (32 bytes) is used for this one file only, so that a counter may be the nonce;
 * `place` is authenticated with every frame, so that a file moved elsewhere will not open.
 */
export interface FileSeal {
  readonly key: Buffer;
  readonly place: string;
}

/**
 * A file in frames, each AES-256-GCM with its number (after the STREAM construction, Hoang et al. 2015): frames of 64 KiB
 * with a 16-byte tag, the last of them shorter, then an empty frame that says that it is the end. A frame cannot be
 * altered, left out, put elsewhere or cut off without being found. What comes in goes out sealed at once.
 */
export class SealStream extends Transform {
  private frame = 0;
  private cipher: CipherGCM | null = null;
  private room = FRAME;

  constructor(private readonly seal: FileSeal) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    for (let at = 0; at < chunk.length;) {
      const piece = chunk.subarray(at, at + this.room);
      this.cipher ??= this.beginFrame(false);
      this.push(this.cipher.update(piece));
      at += piece.length;
      this.room -= piece.length;
      if (this.room === 0) this.endFrame();
    }
    done();
  }

  override _flush(done: TransformCallback): void {
    this.endFrame();
    this.cipher = this.beginFrame(true);
    this.endFrame();
    done();
  }

  private beginFrame(last: boolean): CipherGCM {
    const cipher = createCipheriv('aes-256-gcm', this.seal.key, nonce(this.frame));
    cipher.setAAD(associated(this.seal, this.frame++, last));
    return cipher;
  }

  private endFrame(): void {
    if (this.cipher === null) return;
    this.cipher.final();
    this.push(this.cipher.getAuthTag());
    this.cipher = null;
    this.room = FRAME;
  }
}

/** The same file in the clear: a frame comes out when it is found to be genuine, and not before. Fails with SealBroken. */
export class UnsealStream extends Transform {
  private readonly waiting = new ByteQueue();
  private frame = 0;

  constructor(private readonly seal: FileSeal) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.waiting.add(chunk);
    this.attempt(done, () => {
      while (this.waiting.length > SEALED_FRAME + TAG_BYTES) this.open(this.waiting.take(SEALED_FRAME), false);
    });
  }

  override _flush(done: TransformCallback): void {
    this.attempt(done, () => {
      const rest = this.waiting.length - TAG_BYTES;
      if (rest > 0) this.open(this.waiting.take(rest), false);
      this.open(this.waiting.take(this.waiting.length), true);
    });
  }

  private attempt(done: TransformCallback, work: () => void): void {
    try {
      work();
    } catch {
      done(new SealBroken());
      return;
    }
    done();
  }

  private open(sealed: Buffer, last: boolean): void {
    const plain = openFrame(this.seal, this.frame++, sealed, last);
    if (plain.length > 0) this.push(plain);
  }
}

/** One frame by its number, for who reads in the middle of a file. Throws what node:crypto throws where it is not genuine. */
export function openFrame(seal: FileSeal, frame: number, sealed: Buffer, last = false): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', seal.key, nonce(frame), { authTagLength: TAG_BYTES });
  decipher.setAAD(associated(seal, frame, last));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const plain = decipher.update(sealed.subarray(0, -TAG_BYTES));
  decipher.final();
  return plain;
}

function nonce(frame: number): Buffer {
  const iv = Buffer.alloc(12);
  iv.writeBigUInt64BE(BigInt(frame), 4);
  return iv;
}

function associated({ place }: FileSeal, frame: number, last: boolean): Buffer {
  return Buffer.from(`redress-file-1|${place}|${frame}|${last ? 'last' : 'more'}`);
}
