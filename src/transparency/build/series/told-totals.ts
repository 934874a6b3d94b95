/** How many units, and rows of them. */
export interface Tally {
  readonly units: number;
  readonly rows: number;
}

/**
 * How many were left out, as a release of a series tells it: with those shown they make a whole number of steps. Told
 * exactly, the numbers of one month beside those of the next would count single people.
 */
export function toldSuppressed(shown: Tally, absent: Tally, step: number): Tally {
  const units = roundedOut(shown.units, absent.units, step);
  const rows = roundedOut(shown.rows, absent.rows, step);
  return units === 0 || rows === 0 ? { units: 0, rows: 0 } : { units, rows };
}

export const wholeSteps = (count: number, step: number): number => count - (count % step);

/** None when they are too few. */
const roundedOut = (shown: number, absent: number, step: number): number =>
  Math.max(0, wholeSteps(shown + absent, step) - shown);

/**
 * The shares of a column's words against which classes are held: those of the file, as an input of `rows` rows comes nearest
 * to having them. They say nothing that the file and the told totals do not.
 * @param uses word → rows of the file
 */
export function toldShares(uses: ReadonlyMap<string, number>, rows: number): Map<string, number> {
  const words = [...uses.keys()].sort();
  const shown = words.reduce((sum, word) => sum + uses.get(word)!, 0);
  const exact = words.map((word) => (uses.get(word)! / shown) * (rows - shown));
  const added = exact.map(Math.floor);
  const byRemainder = [...exact.keys()].sort((one, other) => exact[other]! - added[other]! - exact[one]! + added[one]!);
  const left = rows - shown - added.reduce((sum, each) => sum + each, 0);
  for (const at of byRemainder.slice(0, left)) added[at]!++;
  return new Map(words.map((word, at) => [word, (uses.get(word)! + added[at]!) / rows]));
}
