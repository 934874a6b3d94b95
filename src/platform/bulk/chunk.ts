import type { EntityManager } from 'typeorm';
import type { Refusal, StagedRow } from './bulk-table.js';
import { copyLine } from './copy-line.js';
import type { CsvRecord } from './csv-splitter.js';

/** Lines of COPY that are staged together, by the temporary table that they go to. */
export type Batch = ReadonlyMap<string, string[]>;

/** As they are copied: values would be more to keep in memory than their text. */
interface StagedLines {
  line: string;
  parts: (readonly [table: string, lines: string])[];
}

/** Rows on their way into one transaction, and their text, in case one is refused. */
export class Chunk {
  /** By line */
  readonly texts = new Map<number, string>();
  readonly refused = new Map<number, Refusal>();
  readonly groups = new Set<string>();
  references: ((manager: EntityManager) => Promise<void>) | null = null;
  /** Rows whose key stands in this chunk already: they are judged after the first of them was written. */
  private readonly repeated: StagedLines[] = [];
  private readonly first: StagedLines[] = [];
  private readonly keys = new Set<string>();
  /** Of what was staged out of several rows: the lines of all of them, by that of the first */
  private readonly together = new Map<number, number[]>();

  /** @param records the rows that were staged together, mostly one */
  add(records: readonly CsvRecord[], row: StagedRow): void {
    const line = this.keep(records);
    const batch = row.key !== null && this.keys.has(row.key) ? this.repeated : this.first;
    if (row.key !== null) this.keys.add(row.key);
    this.groups.add(row.group);
    batch.push({ line: copyLine([...row.values, line]), parts: partLines(row.parts ?? {}) });
  }

  refuse(records: readonly CsvRecord[], refusal: Refusal): void {
    this.keep(records);
    for (const { line } of records) this.refused.set(line, refusal);
  }

  /** The lines of what was staged under this one. */
  linesAt(line: number): readonly number[] {
    return this.together.get(line) ?? [line];
  }

  sharesGroupWith(other: Chunk): boolean {
    for (const group of this.groups) if (other.groups.has(group)) return true;
    return false;
  }

  /** Rows of the file. */
  get size(): number {
    return this.texts.size;
  }

  /** Those that go to the database; what was staged out of several rows is one. */
  get staged(): number {
    return this.first.length + this.repeated.length;
  }

  /**
   * In the order in which they are to be staged: a key stands once in a batch, or is known by then. Within a batch by id,
   * so that indexes are written page by page: a sixth less work than in the order of the file, where ids are scattered.
   */
  get batches(): Batch[] {
    return [this.first, this.repeated].filter((batch) => batch.length > 0).map(inOrder);
  }

  private keep(records: readonly CsvRecord[]): number {
    for (const { line, text } of records) this.texts.set(line, text);
    const line = records[0]?.line ?? 0;
    if (records.length > 1)
      this.together.set(
        line,
        records.map((record) => record.line),
      );
    return line;
  }
}

function partLines(parts: NonNullable<StagedRow['parts']>): StagedLines['parts'] {
  const tables = Object.entries(parts).filter(([, rows]) => rows.length > 0);
  return tables.map(([table, rows]) => [table, rows.map(copyLine).join('')] as const);
}

function inOrder(rows: StagedLines[]): Batch {
  rows.sort((one, other) => (one.line < other.line ? -1 : 1));
  const batch = new Map([['staged', rows.map(({ line }) => line)]]);
  for (const { parts } of rows)
    for (const [table, lines] of parts) {
      const known = batch.get(table);
      if (known) known.push(lines);
      else batch.set(table, [lines]);
    }
  return batch;
}
