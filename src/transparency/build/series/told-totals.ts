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

/** Word → share of all rows. */
export type Shares = Readonly<Record<string, number>>;

/**
 * The shares of a column's words against which classes are held: those that the epoch froze, as an input of `rows` rows that
 * has all of the file's comes nearest to having them. They say nothing that the file, the told totals and the frozen shares
 * do not.
 * @param uses word → rows of the file
 */
export function toldShares(uses: ReadonlyMap<string, number>, rows: number, frozen: Shares): Map<string, number> {
  const words = [...new Set([...uses.keys(), ...Object.keys(frozen)])].sort();
  const shown = words.map((word) => uses.get(word) ?? 0);
  const left = rows - sum(shown);
  const wanted = words.map((word, at) => Math.max(0, (frozen[word] ?? 0) * rows - shown[at]!));
  const lacking = sum(wanted);
  const weights = lacking > 0 ? wanted : shown;
  const exact = weights.map((weight) => (weight / (sum(weights) || 1)) * left);
  const added = exact.map(Math.floor);
  const byRemainder = [...exact.keys()].sort((one, other) => exact[other]! - added[other]! - exact[one]! + added[one]!);
  for (const at of byRemainder.slice(0, left - sum(added))) added[at]!++;
  return new Map(words.map((word, at) => [word, (shown[at]! + added[at]!) / rows]));
}

/** Of all rows of the record when the epoch begins, in steps of `step` rows: no single one is in them. */
export function frozenShares(uses: ReadonlyMap<string, number>, step: number): Shares {
  const rows = sum([...uses.values()]);
  return Object.fromEntries([...uses].map(([word, count]) => [word, (Math.round(count / step) * step) / rows]));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
