/** What may become of a cell: hiding it is the engine's choice, or decided already. */
export const CHOICE = 0;
export const HIDDEN = 1;

/**
 * How far an attacker's interval of a cell must reach, in the unit of the cell: `below` and `above` its value
 * (Fischetti & Salazar's lower and upper protection levels) and in all (`width`, their sliding protection level).
 */
export interface Need {
  readonly cell: number;
  readonly below: number;
  readonly above: number;
  readonly width: number;
  /** Protect as far as it can be had: for what earlier releases gave away already, which nothing can take back. */
  readonly soft?: boolean;
}

/** Rows of a sparse matrix: the entries of row r stand at starts[r] to starts[r + 1]. */
export interface SparseRows {
  readonly starts: Int32Array;
  readonly cells: Int32Array;
  readonly factors: Float64Array;
}

/**
 * All that an attacker may combine, as one system: cells whose value is or may be hidden, and rows that say which sums of
 * them are known. Written in deviations from the true values every row is Σ factor · deviation = 0, whatever its sum is,
 * and published cells (deviation 0) do not occur. Values are counts or sums of money, never negative.
 */
export interface TableSystem {
  readonly value: Float64Array;
  /** What a reader knows anyway about how large a cell can be. Finite, at least the value. */
  readonly upper: Float64Array;
  /** Cost of hiding a cell; more than 0 for every cell that is a choice. */
  readonly weight: Float64Array;
  readonly standing: Uint8Array;
  readonly rows: SparseRows;
  readonly needs: readonly Need[];
}

/** Below this a deviation is none: far above the solver's tolerance (1e-7), far below one person. */
export const TOLERANCE = 1e-5;
