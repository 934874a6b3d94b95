import type { EntityManager } from 'typeorm';
import type { Refusal, StagedRow } from './bulk-table.js';
import { copyLine } from './copy-line.js';

/** Rows on their way into one transaction, and their text, in case one is refused. */
export class Chunk {
  /** By line */
  readonly texts = new Map<number, string>();
  readonly refused = new Map<number, Refusal>();
  readonly groups = new Set<string>();
  references: ((manager: EntityManager) => Promise<void>) | null = null;
  /** Rows whose key stands in this chunk already: they are judged after the first of them was written. */
  private readonly repeated: string[] = [];
  private readonly first: string[] = [];
  private readonly keys = new Set<string>();

  add(line: number, text: string, row: StagedRow): void {
    const repeats = row.key !== null && this.keys.has(row.key);
    if (row.key !== null) this.keys.add(row.key);
    this.groups.add(row.group);
    (repeats ? this.repeated : this.first).push(copyLine([...row.values, line]));
    this.texts.set(line, text);
  }

  refuse(line: number, text: string, refusal: Refusal): void {
    this.texts.set(line, text);
    this.refused.set(line, refusal);
  }

  sharesGroupWith(other: Chunk): boolean {
    for (const group of this.groups) if (other.groups.has(group)) return true;
    return false;
  }

  get size(): number {
    return this.texts.size;
  }

  /** Rows that go to the database. */
  get staged(): number {
    return this.first.length + this.repeated.length;
  }

  /**
   * In the order in which they are to be staged: a key stands once in a batch, or is known by then. Within a batch by id,
   * so that indexes are written page by page: a sixth less work than in the order of the file, where ids are scattered.
   */
  get batches(): string[][] {
    return [this.first, this.repeated].filter((batch) => batch.length > 0).map((batch) => batch.sort());
  }
}
