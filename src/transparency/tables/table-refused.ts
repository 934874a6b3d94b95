export type TableRefusalCode =
  | 'table-malformed'
  | 'cell-missing'
  | 'cell-twice'
  | 'table-does-not-add-up'
  | 'linked-cells-differ'
  | 'earlier-release-contradicts'
  | 'cell-cannot-be-protected'
  | 'solver-failed';

/** The "no" of the table engine: nothing was produced, and why. `code` is stable. */
export class TableRefused extends Error {
  constructor(
    readonly code: TableRefusalCode,
    message: string,
  ) {
    super(message);
    this.name = 'TableRefused';
  }
}
