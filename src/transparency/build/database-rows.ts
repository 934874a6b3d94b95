import { type ClientBase, escapeIdentifier } from 'pg';
import { copyLines } from './copy-lines.js';
import type { Cell, RowSource } from './row-source.js';

/**
 * The rows of a SELECT in the transaction that `client` stands in: a REPEATABLE READ one shows the same rows each time,
 * and row-level security those of one jurisdiction. The database sorts; it spills to its own disk where we would need memory.
 */
export class DatabaseRows implements RowSource {
  /** @param inFullOrder rows of a unit come in an order that depends on nothing but their cells */
  constructor(
    private readonly client: ClientBase,
    private readonly source: string,
    private readonly unit: string,
    private readonly inFullOrder = false,
  ) {}

  async each(columns: readonly string[], onRow: (cells: readonly Cell[]) => void): Promise<void> {
    const wanted = columns.map((name) => `source.${escapeIdentifier(name)}`).join(', ');
    const ordered = this.inFullOrder ? [this.unit, ...columns.filter((name) => name !== this.unit)] : [this.unit];
    const order = ordered.map((name) => `source.${escapeIdentifier(name)}::text COLLATE "C"`).join(', ');
    await copyLines(this.client, `SELECT ${wanted} FROM (${this.source}) source ORDER BY ${order}`, onRow);
  }
}
