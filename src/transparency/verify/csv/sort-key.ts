import type { KeyBatch } from './key-batch.js';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The column by which a file is sorted first, and its cell in the row before: nothing else of it is kept. */
export class SortKey {
  /** How many times another key followed. */
  runs = 0;
  /** Whether the key is 16 or more lower-case hexadecimal digits: what a pseudonym looks like unless it is declared. */
  isHexadecimal = false;
  private previous = new Uint8Array(64);
  private length = -1;

  /** Takes the next row's key. @returns below 0 when it comes after the one before, 0 when it is the same, else above */
  take(bytes: Uint8Array, from: number, to: number): number {
    const step = this.length < 0 ? -1 : this.compare(bytes, from, to);
    if (step === 0) return 0;
    this.runs++;
    if (to - from > this.previous.length) this.previous = new Uint8Array((to - from) * 2);
    const { previous } = this;
    let hexadecimal = to - from >= 16;
    for (let p = from, at = 0; p < to; p++, at++) {
      const byte = bytes[p]!;
      previous[at] = byte;
      if (byte < 0x30 || byte > 0x66 || (byte > 0x39 && byte < 0x61)) hexadecimal = false;
    }
    this.length = to - from;
    this.isHexadecimal = hexadecimal;
    return step;
  }

  get bytes(): Uint8Array {
    return this.previous.subarray(0, Math.max(0, this.length));
  }

  /** Gives the present key to a batch. */
  addTo(batch: KeyBatch, line: number): void {
    batch.add(this.previous, this.length, line, !this.isHexadecimal);
  }

  get first(): number {
    return this.previous[0]!;
  }

  get text(): string {
    return utf8.decode(this.bytes);
  }

  /** By code unit, as the manifest promises: for ASCII that is by byte. */
  private compare(bytes: Uint8Array, from: number, to: number): number {
    const { previous, length } = this;
    const shorter = Math.min(length, to - from);
    for (let at = 0; at < shorter; at++) {
      const difference = previous[at]! - bytes[from + at]!;
      if (difference === 0) continue;
      if (previous[at]! < 0x80 && bytes[from + at]! < 0x80) return difference;
      return this.text < utf8.decode(bytes.subarray(from, to)) ? -1 : 1;
    }
    return length - (to - from);
  }
}
