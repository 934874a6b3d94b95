/** A cell of the source: its text, or null where nothing is recorded. */
export type Cell = string | null;

/** Where rows come from, to be read more than once. */
export interface RowSource {
  /**
   * Every row, the rows of a unit together, and the same rows each time. `columns` says which cells are wanted; they come
   * in that order. The array is the reader's only until it returns.
   */
  each(columns: readonly string[], onRow: (cells: readonly Cell[]) => void): Promise<void>;
}
