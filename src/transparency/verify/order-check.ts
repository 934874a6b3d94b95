import type { Manifest } from './manifest.js';
import type { RowCheck } from './row-check.js';
import type { Report } from './violation.js';

/**
 * Rows stand in the order of random keys, so that the order in which cases came in cannot be read from the file.
 * Rows that tie on the declared order must be equal, or their order would still say something.
 */
export class OrderCheck implements RowCheck {
  private readonly positions: readonly number[];
  private previous: readonly string[] | null = null;

  constructor(
    { columns, order }: Manifest,
    private readonly report: Report,
  ) {
    this.positions = order.map((name) => columns.findIndex((column) => column.name === name));
  }

  row(cells: readonly string[], line: number): void {
    const { previous } = this;
    this.previous = cells;
    if (previous === null) return;
    for (const at of this.positions) {
      const [before = '', now = ''] = [previous[at], cells[at]];
      if (before < now) return;
      if (before > now) {
        this.report('unsorted-rows', 'the row stands after a row that it must precede', { line });
        return;
      }
    }
    if (cells.some((cell, at) => cell !== previous[at]))
      this.report('tied-rows', 'the row ties with the one before on the declared order, but differs from it', { line });
  }
}
