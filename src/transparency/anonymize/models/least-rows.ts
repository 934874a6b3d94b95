const MOST_ROWS = 1000;
/** Rounding must not make a cell look smaller than it may be. */
const SLACK = 1e-9;

/**
 * The fewest rows whose distribution can be within t of the overall one, on the mean of some levels: rows are whole, so
 * few of them cannot follow many shares. Found level by level, which only underestimates it.
 * @param levels the overall shares at each level; none: any number of rows may do
 */
export function leastRows(levels: readonly Float64Array[], t: number): number {
  if (levels.length === 0) return 1;
  for (let rows = 1; rows < MOST_ROWS; rows++) {
    let sum = 0;
    for (const shares of levels) sum += leastSurplus(shares, rows);
    if (sum / levels.length <= t + SLACK) return rows;
  }
  return MOST_ROWS;
}

/** Each value gets the whole rows of its share, and the rows left go where they exceed it least. */
function leastSurplus(shares: Float64Array, rows: number): number {
  let left = rows;
  const excess = shares.map((share) => {
    const whole = Math.floor(share * rows + SLACK);
    left -= whole;
    return whole + 1 - share * rows;
  });
  excess.sort();
  let surplus = 0;
  for (let i = 0; i < left; i++) surplus += excess[i]!;
  return Math.max(0, surplus) / rows;
}
