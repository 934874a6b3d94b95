import { createHash, hash, randomBytes } from 'node:crypto';

const BLOCK = 64;
const ROOM = 256;

/**
 * Pseudonyms of one key column, 64 bits each: HMAC-SHA-256 (RFC 2104) under a key that is drawn for one release and kept
 * nowhere. Nobody, we included, can go from a pseudonym back to its case, or from one release's to another's. Of a million,
 * two meet with a chance of 1 in 37 million; that is refused, not published.
 * Two one-shot hashes give the same as `createHmac`, nine times as fast: a release makes some for every row.
 */
export class Pseudonyms {
  /** The key's inner and outer pads, and room for what is hashed after each. */
  private inner: Buffer;
  private readonly outer = Buffer.alloc(BLOCK + 32);
  private readonly prefix: string;

  /** @param key the same key gives the same pseudonyms again */
  constructor(key: Buffer, column: string) {
    const block = Buffer.alloc(BLOCK);
    (key.length > BLOCK ? createHash('sha256').update(key).digest() : key).copy(block);
    this.inner = Buffer.alloc(BLOCK + ROOM);
    for (let i = 0; i < BLOCK; i++) {
      this.inner[i] = block[i]! ^ 0x36;
      this.outer[i] = block[i]! ^ 0x5c;
    }
    this.prefix = `${column}\u0000`;
  }

  static newKey(): Buffer {
    return randomBytes(32);
  }

  /** Writes the pseudonym's two words to `at` and the place after it. */
  write(value: string, to: Int32Array, at: number): void {
    const text = this.prefix + value;
    // A character is three bytes of UTF-8 at most.
    if (text.length * 3 > this.inner.length - BLOCK)
      this.inner = Buffer.concat([this.inner.subarray(0, BLOCK), Buffer.alloc(text.length * 3)]);
    const length = this.inner.write(text, BLOCK);
    this.outer.write(hash('sha256', this.inner.subarray(0, BLOCK + length), 'hex'), BLOCK, 'hex');
    const digest = hash('sha256', this.outer, 'hex');
    to[at] = parseInt(digest.slice(0, 8), 16);
    to[at + 1] = parseInt(digest.slice(8, 16), 16);
  }
}

/** As it stands in the file: 16 hexadecimal digits. */
export function pseudonymText(high: number, low: number): string {
  return hex(high) + hex(low);
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');
