import type { EntityManager } from 'typeorm';
import type { BulkSource } from './bulk-source.js';
import type { Judgement, SourceRow } from './bulk-table.js';
import type { BulkWork } from './bulk-work.js';
import { Chunk } from './chunk.js';
import type { CsvFile } from './csv-file.js';
import { cellsOf, type CsvRecord } from './csv-splitter.js';
import type { RejectsFile } from './rejects-file.js';
import { stageRows } from './stage-rows.js';
import { structuralFault } from './structural-fault.js';
import type { Tally } from './tally.js';

/** One file on its way into its table: the next chunk is read and mapped while the database writes the one before. */
export class TableLoad {
  private chunk = new Chunk();
  private writing: Promise<void> = Promise.resolve();
  /** Where each of the table's columns stands in this file. */
  private readonly columns: (readonly [string, number])[];

  constructor(
    private readonly work: BulkWork,
    private readonly source: BulkSource,
    private readonly tally: Tally,
    private readonly rejects: RejectsFile,
  ) {
    this.columns = source.table.columns.map((column) => [column, source.header.indexOf(column)]);
  }

  async run(file: CsvFile, chunkRows: number, onChunk: () => void): Promise<void> {
    let header = true;
    for await (const records of file.records()) {
      for (const record of records) {
        if (!header) this.read(record);
        header = false;
        if (this.chunk.size >= chunkRows) await this.handOver(onChunk);
      }
    }
    await this.handOver(onChunk);
    await this.writing;
  }

  private read(record: CsvRecord): void {
    const { line, text, cells } = record;
    const { table, header, mended } = this.source;
    const row = structuralFault(record, header) ?? table.stage(this.rowOf(cells), mended);
    if ('code' in row) this.chunk.refuse(line, text, row);
    else {
      this.chunk.add(line, text, row);
      this.tally.notice(row.oddities);
    }
  }

  private async handOver(onChunk: () => void): Promise<void> {
    await this.writing;
    this.writing = this.write(this.chunk).then(onChunk);
    // It is awaited with the next chunk; until then nobody else may take its failure for an unhandled one.
    this.writing.catch(() => undefined);
    this.chunk = new Chunk();
  }

  private async write(chunk: Chunk): Promise<void> {
    const { database, scope } = this.work;
    const judged = await database.transaction(scope, (manager) => this.writeIn(manager, chunk));
    for (const { line, code, column } of judged) {
      if (code === null) this.tally.unchanged++;
      else chunk.refused.set(line, { code, column });
    }
    this.tally.rows += chunk.size;
    this.tally.taken += chunk.size - chunk.refused.size - judged.filter(({ code }) => code === null).length;
    for (const line of [...chunk.refused.keys()].sort((one, other) => one - other)) {
      const refusal = chunk.refused.get(line);
      if (!refusal) continue;
      this.tally.reject(refusal.code);
      await this.rejects.add(line, cellsOf(chunk.texts.get(line) ?? ''), refusal);
    }
  }

  private async writeIn(manager: EntityManager, chunk: Chunk): Promise<Judgement[]> {
    const { table } = this.source;
    const judged: Judgement[] = [];
    let staged = 0;
    // Two imports at once take turns, chunk by chunk: what one has written the other finds.
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('redress bulk ' || $1, 0))`, [
      this.work.scope.jurisdictionId,
    ]);
    // Each staged row is looked up by its key: the work goes with the chunk, not with all that was imported before it.
    await manager.query('SET LOCAL enable_hashjoin = off');
    await manager.query('SET LOCAL enable_mergejoin = off');
    for (const batch of chunk.batches) {
      await manager.query(table.staging);
      await stageRows(manager, batch);
      judged.push(...(await table.judge(manager)));
      await table.insert(manager);
      await manager.query('DROP TABLE staged');
      staged += batch.length;
    }
    const taken = staged - judged.length;
    const lines = [...chunk.texts.keys()];
    if (taken > 0)
      await this.work.afterChunk(manager, {
        table: table.name,
        taken,
        firstLine: lines[0] ?? 0,
        lastLine: lines.at(-1) ?? 0,
      });
    return judged;
  }

  private rowOf(cells: readonly string[]): SourceRow {
    const row: Record<string, string> = {};
    for (const [column, position] of this.columns) row[column] = cells[position] ?? '';
    return row;
  }
}
