import type { Refusal, StagedRow } from './bulk-table.js';
import { copyLine } from './copy-line.js';

/** Rows on their way into one transaction, and their text, in case one is refused. */
export class Chunk {
  /** By line */
  readonly texts = new Map<number, string>();
  readonly refused = new Map<number, Refusal>();
  /** Rows whose key stands in this chunk already: they are judged after the first of them was written. */
  private readonly repeated: string[] = [];
  private readonly first: string[] = [];
  private readonly keys = new Set<string>();

  add(line: number, text: string, row: StagedRow): void {
    const repeats = row.key !== null && this.keys.has(row.key);
    if (row.key !== null) this.keys.add(row.key);
    (repeats ? this.repeated : this.first).push(copyLine([line, ...row.values]));
    this.texts.set(line, text);
  }

  refuse(line: number, text: string, refusal: Refusal): void {
    this.texts.set(line, text);
    this.refused.set(line, refusal);
  }

  get size(): number {
    return this.texts.size;
  }

  /** In the order in which they are to be staged: a key stands once in a batch, or is known by then. */
  get batches(): string[][] {
    return [this.first, this.repeated].filter((batch) => batch.length > 0);
  }
}
