import type { BulkSource } from './bulk-source.js';
import type { Judgement, Refusal, SourceRow, StagedRow } from './bulk-table.js';
import type { BulkWork } from './bulk-work.js';
import { Chunk } from './chunk.js';
import { ChunkWriter } from './chunk-writer.js';
import type { CsvFile } from './csv-file.js';
import { cellsOf, type CsvRecord } from './csv-splitter.js';
import type { RejectsFile } from './rejects-file.js';
import { rowShape } from './row-shape.js';
import { structuralFault } from './structural-fault.js';
import type { Tally } from './tally.js';

/** A group without end is parted: more than this no report has, and its second part is refused as told already. */
const MOST_TOGETHER = 1_000;

/** Rows that are staged together, mostly one */
type Together = readonly [CsvRecord, ...CsvRecord[]];

/** One file on its way into its table: the next chunk is read and mapped while the database writes those before it. */
export class TableLoad {
  private chunk = new Chunk();
  private gathered: { key: string; records: [CsvRecord, ...CsvRecord[]] } | null = null;
  private accounted: Promise<void> = Promise.resolve();
  private readonly writer: ChunkWriter;
  private readonly rowOf: (cells: readonly string[]) => SourceRow;

  constructor(
    work: BulkWork,
    private readonly source: BulkSource,
    private readonly tally: Tally,
    private readonly rejects: RejectsFile,
  ) {
    this.writer = new ChunkWriter(work, source.table);
    this.rowOf = rowShape(source.table.columns, source.header);
  }

  async run(file: CsvFile, chunkRows: number, onChunk: () => void): Promise<void> {
    let header = true;
    try {
      for await (const records of file.records()) {
        for (const record of records) {
          const whole = header ? null : this.gather(record);
          if (whole) await this.put(whole, chunkRows, onChunk);
          header = false;
        }
      }
      if (this.gathered) await this.put(this.gathered.records, chunkRows, onChunk);
      await this.handOver(onChunk);
      await this.accounted;
    } finally {
      await this.writer.settled();
    }
  }

  /** The rows that are whole now: each by itself, or a group, when the next one has begun. */
  private gather(record: CsvRecord): Together | null {
    const { together } = this.source.table;
    if (!together) return [record];
    const key = together(this.rowOf(record.cells));
    const { gathered } = this;
    if (gathered?.key === key && gathered.records.length < MOST_TOGETHER) {
      gathered.records.push(record);
      return null;
    }
    this.gathered = { key, records: [record] };
    return gathered?.records ?? null;
  }

  private async put(records: Together, chunkRows: number, onChunk: () => void): Promise<void> {
    const row = this.staged(records);
    if (this.isFull(row, chunkRows)) await this.handOver(onChunk);
    this.add(records, row);
  }

  private staged(records: Together): StagedRow | Refusal {
    const { table, header, mended } = this.source;
    for (const record of records) {
      const fault = structuralFault(record, header);
      if (fault) return fault;
    }
    const [first, ...others] = records;
    const rest = others.map(({ cells }) => this.rowOf(cells));
    return table.stage(this.rowOf(first.cells), mended, rest);
  }

  /** A group is not parted without need: its second part would have to wait for its first. */
  private isFull(next: StagedRow | Refusal, chunkRows: number): boolean {
    const belongs = 'group' in next && this.chunk.groups.has(next.group);
    return this.chunk.size >= (belongs ? 2 * chunkRows : chunkRows);
  }

  private add(records: Together, row: StagedRow | Refusal): void {
    if ('code' in row) this.chunk.refuse(records, row);
    else {
      this.chunk.add(records, row);
      this.tally.notice(row.oddities);
    }
  }

  private async handOver(onChunk: () => void): Promise<void> {
    const { chunk } = this;
    this.chunk = new Chunk();
    chunk.references = this.source.table.references?.() ?? null;
    const { judged } = await this.writer.take(chunk);
    this.accounted = this.accounted.then(async () => {
      await this.account(chunk, await judged);
      onChunk();
    });
    // It is awaited at the end; until then nobody else may take its failure for an unhandled one.
    this.accounted.catch(() => undefined);
  }

  private async account(chunk: Chunk, judged: readonly Judgement[]): Promise<void> {
    let unchanged = 0;
    for (const { line, code, column } of judged) {
      const lines = chunk.linesAt(line);
      if (code === null) unchanged += lines.length;
      else for (const each of lines) chunk.refused.set(each, { code, column });
    }
    const refused = [...chunk.refused].sort(([one], [other]) => one - other);
    this.tally.rows += chunk.size;
    this.tally.unchanged += unchanged;
    this.tally.taken += chunk.size - unchanged - refused.length;
    for (const [line, refusal] of refused) {
      this.tally.reject(refusal.code);
      await this.rejects.add(line, cellsOf(chunk.texts.get(line) ?? ''), refusal);
    }
  }
}
