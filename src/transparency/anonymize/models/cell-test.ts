/** Sensitive values of rows that a reader cannot tell apart. Arrays are reused: do not keep them. */
export interface Cell {
  /** The distinct values: `values[0] … values[distinct − 1]`, in no order. */
  readonly values: Int32Array;
  readonly distinct: number;
  /** value → rows of the cell */
  readonly counts: Int32Array;
  readonly rows: number;
}

/** How far a cell's distribution is from the overall one, 0 … 1. */
export type Distance = (cell: Cell) => number;

/** Whether a cell may be published. */
export interface CellTest {
  /**
   * Fewer rows, or fewer distinct values, never pass. Unions keep their parts' rows and values, so what is removed for
   * this reason at a node is the least that any finer node must remove: the only part of a test that may be concluded
   * from with suppression.
   */
  readonly leastRows: number;
  readonly leastDistinct: number;
  /** The union of two cells that pass passes: without suppression an infeasible node tells of all finer ones. */
  readonly closedUnderUnion: boolean;
  readonly passes: (cell: Cell) => boolean;
}
