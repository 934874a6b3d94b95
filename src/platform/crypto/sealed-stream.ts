import { createCipheriv, createDecipheriv } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { ByteQueue } from './byte-queue.js';
import { SealBroken } from './seal.js';

const MAGIC = Buffer.from('RDF1');
/** Plaintext bytes of every frame but the last. */
const FRAME = 256 * 1024;
const TAG_BYTES = 16;
const SEALED_FRAME = FRAME + TAG_BYTES;

/**
 * What a sealed file is bound to: `key` (32 bytes) is used for this one file only, so that a counter may be the nonce;
 * `place` is authenticated with every frame, so that a file moved elsewhere will not open.
 */
export interface FileSeal {
  readonly key: Buffer;
  readonly place: string;
}

/**
 * A file in frames, each AES-256-GCM with its number and whether it is the last (the STREAM construction, Hoang et al.
 * 2015): `RDF1` | frames of 256 KiB and a 16-byte tag, the last one shorter. A frame cannot be altered, left out, put
 * elsewhere or cut off without being found, and nothing is held in memory but one frame.
 */
export class SealStream extends Transform {
  private readonly waiting = new ByteQueue();
  private frame = 0;
  private begun = false;

  constructor(private readonly seal: FileSeal) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.begin();
    this.waiting.add(chunk);
    // The frame that may be the last one waits until more comes.
    while (this.waiting.length > FRAME) this.push(this.sealed(this.waiting.take(FRAME), false));
    done();
  }

  override _flush(done: TransformCallback): void {
    this.begin();
    this.push(this.sealed(this.waiting.take(this.waiting.length), true));
    done();
  }

  private begin(): void {
    if (!this.begun) this.push(MAGIC);
    this.begun = true;
  }

  private sealed(plain: Buffer, last: boolean): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.seal.key, nonce(this.frame));
    cipher.setAAD(associated(this.seal, this.frame++, last));
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }
}

/** The same file in the clear: a frame comes out when it is found to be genuine, and not before. Fails with SealBroken. */
export class UnsealStream extends Transform {
  private readonly waiting = new ByteQueue();
  private frame = 0;
  private begun = false;

  constructor(private readonly seal: FileSeal) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.waiting.add(chunk);
    this.attempt(done, () => {
      this.begin();
      while (this.begun && this.waiting.length > SEALED_FRAME)
        this.push(this.opened(this.waiting.take(SEALED_FRAME), false));
    });
  }

  override _flush(done: TransformCallback): void {
    this.attempt(done, () => {
      this.begin();
      if (!this.begun) throw new SealBroken();
      this.push(this.opened(this.waiting.take(this.waiting.length), true));
    });
  }

  private attempt(done: TransformCallback, work: () => void): void {
    try {
      work();
      done();
    } catch {
      done(new SealBroken());
    }
  }

  private begin(): void {
    if (this.begun || this.waiting.length < MAGIC.length) return;
    if (!this.waiting.take(MAGIC.length).equals(MAGIC)) throw new SealBroken();
    this.begun = true;
  }

  private opened(sealed: Buffer, last: boolean): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.seal.key, nonce(this.frame));
    decipher.setAAD(associated(this.seal, this.frame++, last));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  }
}

function nonce(frame: number): Buffer {
  const iv = Buffer.alloc(12);
  iv.writeBigUInt64BE(BigInt(frame), 4);
  return iv;
}

function associated({ place }: FileSeal, frame: number, last: boolean): Buffer {
  return Buffer.from(`${place}|${frame}|${last ? 'last' : 'more'}`);
}
