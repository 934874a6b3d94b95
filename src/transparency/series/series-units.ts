/**
 * The units that could stand in a release: those of the ledger first, in the ledger's order, then those met for the first
 * time. All codes are the caller's, dense from 0, and mean the same in every release of an epoch.
 */
export interface SeriesUnits {
  readonly count: number;
  /** unit → 1 while the record holds it; 0: expunged, or not to be published any more. */
  readonly present: Uint8Array;
  /** unit → class at the epoch's frozen transformation, 0 … classes − 1. Not read where the unit is gone. */
  readonly classOf: Int32Array;
  readonly classes: number;
  /** unit → code of everything else that its rows would show: equal codes, equal cells. */
  readonly content: Int32Array;
  /** Per sensitive attribute: unit → value. Give frequent values low codes: see `Ledger.among`. */
  readonly sensitive: readonly Int32Array[];
  /** Per sensitive attribute: one more than its greatest code. */
  readonly values: readonly number[];
  /** unit → the person whose privacy counts, 0 … count − 1. Absent: every unit another person. */
  readonly subject?: Int32Array;
}
