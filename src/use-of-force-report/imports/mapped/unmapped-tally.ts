import type { UnmappedValue } from '../../mapping/map-group.js';

/** A value of the table that the mapping did not understand, why, and in how many cells it stands. */
export interface UnmappedCount {
  column: string;
  value: string;
  code: string;
  count: number;
}

/** Free text in a column of words would fill memory with values that stand once each. */
const MOST_VALUES = 2_000;
const LONGEST = 80;

/** Counts the values of a table that its mapping did not understand. */
export class UnmappedTally {
  private readonly counts = new Map<string, UnmappedCount>();
  /** Cells with values beyond those that are counted one by one */
  uncounted = 0;

  add({ column, word, code }: UnmappedValue): void {
    const value = word.length > LONGEST ? `${word.slice(0, LONGEST)}…` : word;
    const key = `${code}/${column}/${value}`;
    const known = this.counts.get(key);
    if (known) known.count++;
    else if (this.counts.size === MOST_VALUES) this.uncounted++;
    else this.counts.set(Buffer.from(key).toString(), { column, value: Buffer.from(value).toString(), code, count: 1 });
  }

  /** Column by column, in each the most frequent first. */
  list(): UnmappedCount[] {
    return [...this.counts.values()].sort(
      (one, other) => compare(one.column, other.column) || other.count - one.count || compare(one.value, other.value),
    );
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
