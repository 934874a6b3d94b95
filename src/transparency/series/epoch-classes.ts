/** A quasi-identifier as an epoch published it: each word with its coarser ones, nearest first, of which the last is `*`. */
export interface EpochColumn {
  readonly name: string;
  readonly level: number;
  readonly ancestors: ReadonlyMap<string, readonly string[]>;
}

export interface EpochClasses {
  readonly columns: readonly EpochColumn[];
  /** class → its rows → a word for each column. */
  readonly signatures: readonly (readonly (readonly string[])[])[];
}
