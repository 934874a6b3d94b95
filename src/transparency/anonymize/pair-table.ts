const { imul } = Math;

/** Cell layout of one slot: both words of the key, its id, the generation that wrote it; together in one cache line. */
const STRIDE = 4;

/**
 * Pairs of 32-bit words to dense ids 0, 1, 2 … by open addressing with linear probing. `clear` costs nothing: a slot
 * counts only when it carries the current generation.
 */
export class PairTable {
  private readonly slots: Int32Array;
  private mask: number;
  private generation = 1;
  private next = 0;

  /** @param capacity the most distinct pairs between two clearings */
  constructor(capacity: number) {
    this.mask = slotsFor(capacity) - 1;
    this.slots = new Int32Array((this.mask + 1) * STRIDE);
  }

  /** Forgets every pair; ids start again at `first`. With fewer pairs to come fewer slots are used: they stay in cache. */
  clear(first = 0, capacity = Infinity): void {
    this.mask = Math.min(slotsFor(capacity), this.slots.length / STRIDE) - 1;
    this.generation++;
    this.next = first;
  }

  /** One more than the greatest id given since the last clearing. */
  get end(): number {
    return this.next;
  }

  id(high: number, low: number): number {
    const { slots, mask, generation } = this;
    let hash = imul(high, 0x9e3779b1) ^ imul(low, 0x85ebca6b);
    hash = imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    let slot = ((hash ^ (hash >>> 13)) & mask) * STRIDE;
    while (slots[slot + 3] === generation) {
      if (slots[slot] === high && slots[slot + 1] === low) return slots[slot + 2]!;
      slot = (slot + STRIDE) & (mask * STRIDE + STRIDE - 1);
    }
    slots[slot] = high;
    slots[slot + 1] = low;
    slots[slot + 2] = this.next;
    slots[slot + 3] = generation;
    return this.next++;
  }
}

function slotsFor(pairs: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(pairs, 8) * 1.7));
}
