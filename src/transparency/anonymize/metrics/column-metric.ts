/** Suppressed rows of one column: how many hold each generalized value, and how many there are. */
export interface SuppressedValues {
  readonly counts: Int32Array;
  readonly total: number;
}

/** A loss per column that is known from its level and its suppressed rows alone. */
export interface ColumnMetric {
  /** Suppressed rows change nothing: loss is known before any grouping. */
  readonly ignoresSuppression: boolean;
  readonly loss: (j: number, level: number, suppressed: SuppressedValues) => number;
  /** No less is lost when these rows are suppressed, whatever others are. */
  readonly least: (j: number, level: number, certain: SuppressedValues) => number;
  /** What so many rows of one generalized value lose; absent: the same whatever the value is. */
  readonly ofValue?: (j: number, level: number, value: number, rows: number) => number;
}

export const NONE_SUPPRESSED: SuppressedValues = { counts: new Int32Array(0), total: 0 };
