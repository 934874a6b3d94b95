/** What is wrong between two releases in one cell, as what would mend it: so many units fewer, of those values first. */
export interface Fault {
  readonly fewer: number;
  readonly attribute: number;
  /** Of values of which there are more now than then, or of the others. */
  readonly side: 'surplus' | 'deficit';
}

/** One cell of one release: subjects, and per attribute the subjects of each value (none where only people are compared). */
export interface Cell {
  readonly subjects: number;
  readonly values: readonly Int32Array[];
}

/**
 * Between two releases whose pseudonyms cannot be joined a reader sees sums: how many more or fewer people, and of which
 * values there are more (P) or fewer (N). Each of the three is nothing, or at least k people.
 */
export function faultBetween(now: Cell, then: Cell, k: number): Fault | null {
  for (const [attribute, values] of now.values.entries()) {
    let [more, fewer] = [0, 0];
    for (let value = 0; value < values.length; value++) {
      const difference = values[value]! - then.values[attribute]![value]!;
      if (difference > 0) more += difference;
      else fewer -= difference;
    }
    if (fewer > 0 && fewer < k) return { fewer: k - fewer, attribute, side: 'deficit' };
    if (more > 0 && more < k) return { fewer: more, attribute, side: 'surplus' };
  }
  const difference = now.subjects - then.subjects;
  if (difference > 0 && difference < k) return { fewer: difference, attribute: 0, side: 'surplus' };
  if (difference < 0 && difference > -k) return { fewer: k + difference, attribute: 0, side: 'deficit' };
  return null;
}
