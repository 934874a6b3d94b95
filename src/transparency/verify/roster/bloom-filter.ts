import { createHash } from 'node:crypto';

/** Share of strangers that the filter may take for members. */
export const FALSE_POSITIVES = 1e-6;
/** 20 questions to a filter that is at most half full: 2⁻²⁰ = 9.5e-7. */
const HASHES = 20;
const BITS_PER_WORD = HASHES / Math.LN2;
/** So that what was added can exceed half by chance only. */
const ROOM = 1.05;

/**
 * A Bloom filter (Bloom 1970) with double hashing (Kirsch & Mitzenmacher 2006). It answers whether a word was put in
 * and cannot be read out; whoever has it can still try names one by one, so it is for sworn eyes, not for the public.
 */
export class BloomFilter {
  constructor(
    private readonly bits: Uint8Array,
    private readonly salt: string,
  ) {}

  static for(words: number, salt: string): BloomFilter {
    return new BloomFilter(new Uint8Array(Math.ceil((Math.max(words, 64) * BITS_PER_WORD * ROOM) / 8)), salt);
  }

  add(word: string): void {
    for (const bit of this.places(word)) this.bits[bit >> 3] = this.bits[bit >> 3]! | (1 << (bit & 7));
  }

  has(word: string): boolean {
    for (const bit of this.places(word)) if ((this.bits[bit >> 3]! & (1 << (bit & 7))) === 0) return false;
    return true;
  }

  /** Chance that a word that was not put in is taken for one that was: the share of set bits, to the number of hashes. */
  get falsePositives(): number {
    let set = 0;
    for (let byte of this.bits) for (; byte > 0; byte &= byte - 1) set++;
    return (set / (this.bits.length * 8)) ** HASHES;
  }

  get bytes(): Uint8Array {
    return this.bits;
  }

  private *places(word: string): Generator<number> {
    const digest = createHash('sha256').update(this.salt).update('\0').update(word).digest();
    const size = this.bits.length * 8;
    const first = digest.readUIntBE(0, 6) % size;
    // Odd and below the size, so that the places of a word differ.
    const step = 1 + (digest.readUIntBE(6, 6) % (size - 1));
    for (let i = 0, at = first; i < HASHES; i++, at = (at + step) % size) yield at;
  }
}
