/** Units that entered a class in one release and have had one history since: a reader cannot tell them apart by it. */
export interface Cohort {
  readonly classOf: number;
  /** Number of the release, from 1, in which it first stood. */
  readonly entered: number;
  /** Number of the first release in which it did not stand any more; 0: it stands. */
  readonly left: number;
}

/** unit → no cohort: it has not been published in this epoch. */
export const NEVER = -1;
/** Values with a code from here on are not remembered over epochs; they then count for nothing, never for too much. */
export const REMEMBERED_VALUES = 31;
/** The bit that says of a unit's set that it was published at all. */
export const LIVED = 1 << REMEMBERED_VALUES;

/** What an epoch has published so far, unit by unit. */
export interface Ledger {
  /** Releases published in this epoch. */
  readonly releases: number;
  /** unit → cohort, standing or left, or `NEVER`. A unit whose cohort has left does not come back in this epoch. */
  readonly cohortOf: Int32Array;
  /** unit → class that it left for another in this epoch, or `NEVER`. It moves once in an epoch. */
  readonly movedFrom: Int32Array;
  /** unit → content, and per attribute sensitive value, as last published; not those of the record. */
  readonly content: Int32Array;
  readonly sensitive: readonly Int32Array[];
  /** Per attribute: unit → its value when it was first published in this epoch. It changes once at most in an epoch. */
  readonly first: readonly Int32Array[];
  /**
   * Per attribute: unit → the values among which its own has stood in every cohort so far, over epochs, as a set of bits;
   * 0: it was never published, or its value has changed since.
   */
  readonly among: readonly Int32Array[];
  readonly cohorts: readonly Cohort[];
}

export function emptyLedger(attributes: number): Ledger {
  const none = (): Int32Array => new Int32Array(0);
  const each = (): Int32Array[] => Array.from({ length: attributes }, none);
  return {
    releases: 0,
    cohortOf: none(),
    movedFrom: none(),
    content: none(),
    sensitive: each(),
    first: each(),
    among: each(),
    cohorts: [],
  };
}

/** A new epoch: nobody has been published under its pseudonyms; of the past only what m-invariance needs is carried on. */
export function nextEpoch({ cohortOf, movedFrom, content, sensitive, first, among }: Ledger): Ledger {
  return {
    releases: 0,
    cohortOf: new Int32Array(cohortOf.length).fill(NEVER),
    movedFrom: new Int32Array(movedFrom.length).fill(NEVER),
    content,
    sensitive,
    first,
    among,
    cohorts: [],
  };
}
