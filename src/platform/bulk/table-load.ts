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

/** One file on its way into its table: the next chunk is read and mapped while the database writes those before it. */
export class TableLoad {
  private chunk = new Chunk();
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
          if (!header) {
            const row = this.staged(record);
            if (this.isFull(row, chunkRows)) await this.handOver(onChunk);
            this.add(record, row);
          }
          header = false;
        }
      }
      await this.handOver(onChunk);
      await this.accounted;
    } finally {
      await this.writer.settled();
    }
  }

  private staged(record: CsvRecord): StagedRow | Refusal {
    const { table, header, mended } = this.source;
    return structuralFault(record, header) ?? table.stage(this.rowOf(record.cells), mended);
  }

  /** A group is not parted without need: its second part would have to wait for its first. */
  private isFull(next: StagedRow | Refusal, chunkRows: number): boolean {
    const belongs = 'group' in next && this.chunk.groups.has(next.group);
    return this.chunk.size >= (belongs ? 2 * chunkRows : chunkRows);
  }

  private add({ line, text }: CsvRecord, row: StagedRow | Refusal): void {
    if ('code' in row) this.chunk.refuse(line, text, row);
    else {
      this.chunk.add(line, text, row);
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
    const unchanged = judged.filter(({ code }) => code === null).length;
    for (const { line, code, column } of judged) if (code !== null) chunk.refused.set(line, { code, column });
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
