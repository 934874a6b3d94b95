import type { OverallShares } from '../demand.js';

/** Shares are published to four decimals. */
const HALF_STEP = 0.00005;
const ROUNDING = 1e-9;

/** What a claimed overall distribution leaves open: the least and the most input rows that each value can have. */
export interface PossibleShares {
  /** The claimed values; value i has between `least[i]` and `most[i]` of `rows` input rows, most likely `share[i]`. */
  readonly values: readonly string[];
  readonly share: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** Half the width of what the rounding leaves open, as a share. */
  readonly doubt: Float64Array;
}

/**
 * Below 10,000 input rows a rounded share tells the count itself, so that nothing is left open; above, what is open is
 * at most half a step, and less where published rows already say more.
 * @param published value → rows in the file
 * @returns null when no counts agree with the claim: it is false
 */
export function possibleShares(
  overall: OverallShares,
  published: ReadonlyMap<string, number>,
  rows: number,
): PossibleShares | null {
  const values = Object.keys(overall);
  if ([...published.keys()].some((value) => !Object.hasOwn(overall, value))) return null;
  const suppressed = rows - [...published.values()].reduce((sum, count) => sum + count, 0);
  const ranges = values.map((value) => {
    const seen = published.get(value) ?? 0;
    const least = Math.ceil((overall[value]! - HALF_STEP - ROUNDING) * rows);
    const most = Math.floor((overall[value]! + HALF_STEP + ROUNDING) * rows);
    return [Math.max(seen, least), Math.min(seen + suppressed, most)] as const;
  });
  const [leastRows, mostRows] = ranges.reduce(([low, high], [least, most]) => [low + least, high + most], [0, 0]);
  if (ranges.some(([least, most]) => least > most) || leastRows > rows || mostRows < rows) return null;
  return {
    values,
    share: Float64Array.from(ranges, ([least, most]) => (least + most) / 2 / rows),
    least: Float64Array.from(ranges, ([least]) => least / rows),
    most: Float64Array.from(ranges, ([, most]) => most / rows),
    doubt: Float64Array.from(ranges, ([least, most]) => (most - least) / 2 / rows),
  };
}
