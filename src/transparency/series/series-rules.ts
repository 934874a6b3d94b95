/** What holds of a sensitive attribute in every group that a reader can tell apart, and in every class. */
export interface ValueRule {
  /** The fewest distinct values in a cohort (Machanavajjhala et al. 2007), kept over epochs (Xiao & Tao 2007); 1: no demand. */
  readonly l: number;
  /** The greatest distance of a class's distribution from that of the release (Li et al. 2007); absent: no demand. */
  readonly t?: number;
}

/** What a series promises: the charter's k, and one rule for each sensitive attribute. */
export interface SeriesRules {
  /** The fewest distinct subjects in whatever appears, disappears or changes together. */
  readonly k: number;
  readonly values: readonly ValueRule[];
}
