import { createHmac, randomBytes } from 'node:crypto';

/**
 * Pseudonyms of one key column, 64 bits each: HMAC-SHA-256 under a key that is drawn for one release and kept nowhere. Nobody,
 * we included, can go from a pseudonym back to its case, or from one release's to another's. Of a million, two meet with a
 * chance of 1 in 37 million; that is refused, not published.
 */
export class Pseudonyms {
  /** @param key at least 32 bytes; the same key gives the same pseudonyms again */
  constructor(
    private readonly key: Buffer,
    private readonly column: string,
  ) {}

  static newKey(): Buffer {
    return randomBytes(32);
  }

  /** Writes the pseudonym's two words to `at` and the place after it. */
  write(value: string, to: Int32Array, at: number): void {
    const digest = createHmac('sha256', this.key).update(`${this.column}\u0000${value}`).digest();
    to[at] = digest.readInt32BE(0);
    to[at + 1] = digest.readInt32BE(4);
  }
}

/** As it stands in the file: 16 hexadecimal digits. */
export function pseudonymText(high: number, low: number): string {
  return hex(high) + hex(low);
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');
