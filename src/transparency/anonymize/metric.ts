/** How the losses of the columns become one: `rank` compares the columns' losses from the greatest down. */
export type Aggregate = 'sum' | 'mean' | 'geometric-mean' | 'maximum' | 'rank';

/**
 * What a transformation costs.
 * - `entropy`: non-uniform entropy in bits (Gionis & Tassa 2009)
 * - `loss`: share of each column's domain that a published value covers (Iyengar 2002)
 * - `precision`: share of each hierarchy's height that was climbed (Sweeney 2002)
 * - `height`: number of levels climbed
 * - `discernibility`: rows that look alike, counted for every row (Bayardo & Agrawal 2005)
 * - `class-size`: rows per published class (LeFevre et al. 2006)
 */
export interface Metric {
  readonly name: 'entropy' | 'loss' | 'precision' | 'height' | 'discernibility' | 'class-size';
  /** Suppression does not enter: for entropy, precision and discernibility (DM*). Default true for entropy only. */
  readonly monotonic?: boolean;
  /** What suppression weighs against generalization, 0 … 1; 0.5 (default): the same. Not for discernibility or height. */
  readonly gsFactor?: number;
  /** Default: geometric mean for loss, mean for precision, sum otherwise. Metrics over columns only. */
  readonly aggregate?: Aggregate;
  /** One per quasi-identifier, 0 or more, of which only the ratios count; all the same when absent. */
  readonly weights?: readonly number[];
}

/** Losses are compared as lists, first number first: all aggregates but `rank` give a list of one. */
export type LossVector = readonly number[];

export function compareLoss(a: LossVector, b: LossVector): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}

/** What suppression (s) and generalization (w) weigh, given the factor between them. */
export function weighFactors(gsFactor = 0.5): { readonly s: number; readonly w: number } {
  return { s: gsFactor < 0.5 ? 2 * gsFactor : 1, w: gsFactor <= 0.5 ? 1 : 1 - 2 * (gsFactor - 0.5) };
}
