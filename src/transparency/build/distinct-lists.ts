import { IntList } from './int-list.js';

const { imul } = Math;
const FIRST_SLOTS = 1 << 10;

/**
 * Lists of whole numbers, each distinct one kept once under a dense id 0, 1, 2 …: open addressing with linear probing, no
 * object and no string a list. Memory grows with what is distinct.
 */
export class DistinctLists {
  private readonly members = new IntList();
  private readonly starts = new IntList();
  private readonly hashes = new IntList();
  /** id + 1, or 0 where free */
  private slots = new Int32Array(FIRST_SLOTS);

  constructor() {
    this.starts.push(0);
  }

  get count(): number {
    return this.hashes.length;
  }

  /** Members of all distinct lists together */
  get size(): number {
    return this.members.length;
  }

  /** The id of a list that is equal; a new one when there is none. */
  id(list: Int32Array): number {
    const hash = hashOf(list);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let known = this.slots[slot]!; known !== 0; known = this.slots[slot]!) {
      if (this.hashes.at(known - 1) === hash && this.equals(known - 1, list)) return known - 1;
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = this.count + 1;
    this.hashes.push(hash);
    this.members.pushAll(list);
    this.starts.push(this.members.length);
    if (this.count * 2 > this.slots.length) this.grow();
    return this.count - 1;
  }

  /** A view; good until the next list is added. */
  of(id: number): Int32Array {
    return this.members.view(this.starts.at(id), this.starts.at(id + 1));
  }

  private equals(id: number, list: Int32Array): boolean {
    const start = this.starts.at(id);
    if (this.starts.at(id + 1) - start !== list.length) return false;
    for (let i = 0; i < list.length; i++) if (this.members.at(start + i) !== list[i]) return false;
    return true;
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let id = 0; id < this.count; id++) {
      let slot = this.hashes.at(id) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = id + 1;
    }
  }
}

function hashOf(list: Int32Array): number {
  let hash = 0x811c9dc5;
  for (const value of list) {
    hash = imul(hash ^ value, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  hash = imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
