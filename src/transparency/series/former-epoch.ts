import type { PublishedFacts } from './published-facts.js';

/** Classes of two transformations put into cells that both can tell: a table that a reader can make of either. */
export interface Coarsening {
  readonly cells: number;
  /** class of the present epoch → cell */
  readonly cellOfNow: Int32Array;
  /** class of the former epoch → cell */
  readonly cellOfFormer: Int32Array;
  /** Nothing finer can be compared. There sensitive values are compared as well; the others follow from it by adding up. */
  readonly finest: boolean;
}

export interface FormerRelease {
  /** For messages. */
  readonly name: string;
  readonly k: number;
  readonly facts: PublishedFacts;
}

/** All that an earlier epoch published, and how it compares with the present one. */
export interface FormerEpoch {
  readonly coarsenings: readonly Coarsening[];
  readonly releases: readonly FormerRelease[];
}
