/** One question asked of every row. `line` is the row's line in the file; cells stand in the order of the manifest. */
export interface RowCheck {
  row(cells: readonly string[], line: number): void;
  /** After the last row. */
  end?(): void;
}
