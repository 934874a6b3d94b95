/** Losses per column are kept to ten decimals, downwards, as in the reference: equal losses then are equal. */
export function floored(value: number): number {
  return Math.floor(value * 1e10) / 1e10;
}
