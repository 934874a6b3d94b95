import { PairTable } from './pair-table.js';

/** Multisets of tuples: the rows of signature s are `members[starts[s]] … members[starts[s + 1] − 1]`. */
export interface Signatures {
  readonly count: number;
  readonly starts: Int32Array;
  readonly members: Int32Array;
}

/**
 * Gives signatures that are equal as multisets, after their tuples were renamed by `idOf`, the same id.
 * A sorted multiset is walked as a path of pairs (id so far, next tuple), so equality is exact without comparing lists.
 */
export class SignatureGrouper {
  /** signature → id, of the last call of `group` */
  readonly ids: Int32Array;
  private readonly table: PairTable;
  private readonly scratch: Int32Array;

  /** @param largest the most signatures, and the longest, that will be grouped */
  constructor(largest: Signatures) {
    const { count, starts } = largest;
    this.ids = new Int32Array(count);
    let steps = 0;
    let longest = 0;
    for (let s = 0; s < count; s++) {
      const size = starts[s + 1]! - starts[s]!;
      steps += Math.max(0, size - 1);
      longest = Math.max(longest, size);
    }
    this.table = new PairTable(steps);
    this.scratch = new Int32Array(longest);
  }

  /** An upper bound of the ids in `ids` (not all below it need occur). */
  group({ starts, members, count }: Signatures, idOf: Int32Array, tupleIds: number): number {
    this.table.clear(tupleIds);
    for (let s = 0; s < count; s++) {
      const start = starts[s]!;
      const size = starts[s + 1]! - start;
      this.ids[s] = size === 1 ? idOf[members[start]!]! : this.walk(members, idOf, start, size);
    }
    return this.table.end;
  }

  private walk(members: Int32Array, idOf: Int32Array, start: number, size: number): number {
    const { scratch, table } = this;
    for (let i = 0; i < size; i++) scratch[i] = idOf[members[start + i]!]!;
    sortPrefix(scratch, size);
    let id = scratch[0]!;
    for (let i = 1; i < size; i++) id = table.id(id, scratch[i]!);
    return id;
  }
}

function sortPrefix(values: Int32Array, size: number): void {
  if (size > 24) {
    values.subarray(0, size).sort();
    return;
  }
  for (let i = 1; i < size; i++) {
    const value = values[i]!;
    let j = i - 1;
    for (; j >= 0 && values[j]! > value; j--) values[j + 1] = values[j]!;
    values[j + 1] = value;
  }
}
