const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The distinct cells of a column, by their bytes, numbered in order of first appearance. */
export class Words {
  count = 0;
  private slots = new Int32Array(64);
  private hashes = new Int32Array(32);
  private starts = new Int32Array(33);
  private bytes = new Uint8Array(512);
  private readonly texts: string[] = [];

  /** The number of a cell, a new one when it was not met before. */
  code(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const slot = this.slot(bytes, from, to, hash);
    const known = this.slots[slot]!;
    return known > 0 ? known - 1 : this.add(bytes.subarray(from, to), hash, slot);
  }

  /** The number of a cell, or −1. */
  find(bytes: Uint8Array, from: number, to: number, hash: number): number {
    return this.slots[this.slot(bytes, from, to, hash)]! - 1;
  }

  text(code: number): string {
    return (this.texts[code] ??= utf8.decode(this.bytes.subarray(this.starts[code], this.starts[code + 1])));
  }

  /** Where the cell's number stands, or an empty place. */
  private slot(cell: Uint8Array, from: number, to: number, hash: number): number {
    const { slots, hashes, starts, bytes } = this;
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const code = slots[slot]! - 1;
      if (code < 0) return slot;
      if (hashes[code] === hash) {
        let at = starts[code]!;
        if (starts[code + 1]! - at === to - from) {
          let p = from;
          while (p < to && cell[p] === bytes[at]) {
            p++;
            at++;
          }
          if (p === to) return slot;
        }
      }
      slot = (slot + 1) & mask;
    }
  }

  private add(cell: Uint8Array, hash: number, slot: number): number {
    const code = this.count++;
    const at = this.starts[code]!;
    if (this.count === this.hashes.length) {
      this.hashes = wider(this.hashes, this.count * 2);
      this.starts = wider(this.starts, this.count * 2 + 1);
    }
    if (at + cell.length > this.bytes.length) {
      const roomier = new Uint8Array((at + cell.length) * 2);
      roomier.set(this.bytes);
      this.bytes = roomier;
    }
    this.bytes.set(cell, at);
    this.hashes[code] = hash;
    this.starts[code + 1] = at + cell.length;
    this.slots[slot] = code + 1;
    if (this.count * 2 > this.slots.length) this.rehash();
    return code;
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let code = 0; code < this.count; code++) {
      const hash = this.hashes[code]!;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    this.slots = slots;
  }
}

function wider(list: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(length);
  copy.set(list);
  return copy;
}
