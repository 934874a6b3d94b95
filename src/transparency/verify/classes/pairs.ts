const { imul } = Math;
const STRIDE = 3;

/** Distinct pairs of whole numbers, numbered in order of first appearance. */
export class Pairs {
  count = 0;
  private slots = new Int32Array(1024 * STRIDE);
  private mask = 1023;

  /** The number of a pair, a new one when it was not met before. */
  id(first: number, second: number): number {
    const { slots } = this;
    const slot = place(slots, this.mask, first, second);
    const known = slots[slot + 2]!;
    if (known > 0) return known - 1;
    slots[slot] = first;
    slots[slot + 1] = second;
    slots[slot + 2] = ++this.count;
    if (this.count * 2 > this.mask) this.widen();
    return this.count - 1;
  }

  private widen(): void {
    const { slots } = this;
    const mask = this.mask * 2 + 1;
    const wider = new Int32Array((mask + 1) * STRIDE);
    for (let from = 0; from < slots.length; from += STRIDE) {
      if (slots[from + 2] === 0) continue;
      const to = place(wider, mask, slots[from]!, slots[from + 1]!);
      for (let i = 0; i < STRIDE; i++) wider[to + i] = slots[from + i]!;
    }
    this.slots = wider;
    this.mask = mask;
  }
}

function place(slots: Int32Array, mask: number, first: number, second: number): number {
  let hash = imul(first, 0x85ebca6b) ^ imul(second, 0xc2b2ae35);
  hash ^= hash >>> 15;
  hash = imul(hash, 0x27d4eb2f);
  let at = (hash ^ (hash >>> 13)) & mask;
  for (;;) {
    const slot = at * STRIDE;
    if (slots[slot + 2] === 0 || (slots[slot] === first && slots[slot + 1] === second)) return slot;
    at = (at + 1) & mask;
  }
}
