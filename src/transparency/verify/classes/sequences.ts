const { imul } = Math;

/** Distinct lists of whole numbers, numbered in order of first appearance. Equality is exact; memory grows with them. */
export class Sequences {
  count = 0;
  private slots = new Int32Array(1024);
  private hashes = new Int32Array(512);
  private starts = new Int32Array(513);
  private members = new Int32Array(2048);

  /** The number of the list `values[0] … values[length − 1]`. */
  id(values: Int32Array, length: number): number {
    let hash = length;
    for (let i = 0; i < length; i++) hash = imul(hash ^ values[i]!, 0x9e3779b1) ^ (hash >>> 13);
    hash ^= hash >>> 16;
    const { slots, hashes, starts, members } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const id = slots[slot]! - 1;
      if (id < 0) return this.add(values, length, hash, slot);
      const at = starts[id]!;
      if (hashes[id] === hash && starts[id + 1]! - at === length) {
        let i = 0;
        while (i < length && values[i] === members[at + i]) i++;
        if (i === length) return id;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** The list itself; a view. */
  at(id: number): Int32Array {
    return this.members.subarray(this.starts[id], this.starts[id + 1]);
  }

  private add(values: Int32Array, length: number, hash: number, slot: number): number {
    const id = this.count++;
    const at = this.starts[id]!;
    if (this.count === this.hashes.length) {
      this.hashes = wider(this.hashes, this.count * 2);
      this.starts = wider(this.starts, this.count * 2 + 1);
    }
    if (at + length > this.members.length) this.members = wider(this.members, (at + length) * 2);
    for (let i = 0; i < length; i++) this.members[at + i] = values[i]!;
    this.starts[id + 1] = at + length;
    this.hashes[id] = hash;
    this.slots[slot] = id + 1;
    if (this.count * 2 > this.slots.length) this.rehash();
    return id;
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 0; id < this.count; id++) {
      let slot = this.hashes[id]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id + 1;
    }
    this.slots = slots;
  }
}

function wider(list: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(length);
  copy.set(list);
  return copy;
}
