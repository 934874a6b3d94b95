import type { SourceRow } from './bulk-table.js';

/**
 * Rows of one file as objects with the columns' names, without copying a cell: each column is a getter over the record's
 * cells, wherever it stands in this file. As JSON a row is an object of all of its columns.
 */
export function rowShape(
  columns: readonly string[],
  header: readonly string[],
): (cells: readonly string[]) => SourceRow {
  class Row {
    constructor(readonly cells: readonly string[]) {}

    toJSON(): Record<string, string> {
      const row: Record<string, string> = {};
      for (const [column, position] of places) row[column] = this.cells[position] ?? '';
      return row;
    }
  }
  const places = columns.map((column) => [column, header.indexOf(column)] as const);
  for (const [column, position] of places) {
    Object.defineProperty(Row.prototype, column, {
      get(this: Row): string {
        return this.cells[position] ?? '';
      },
    });
  }
  return (cells) => new Row(cells) as unknown as SourceRow;
}
