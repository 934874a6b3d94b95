import { availableParallelism } from 'node:os';
import type { EntityManager } from 'typeorm';
import type { BulkTable, Judgement } from './bulk-table.js';
import type { BulkWork } from './bulk-work.js';
import type { Chunk } from './chunk.js';
import { stageRows } from './stage-rows.js';

/**
 * What the database checks of each row, foreign keys above all, takes longer than to read it: so several chunks are written
 * at once, one more than there are processors, because each waits now and then for the disk.
 */
const LANES = Math.min(4, availableParallelism() + 1);

/** Of two transactions that got into each other's way, the one that was told so is written again (SQLSTATE). */
const COLLISIONS = new Set(['23505', '40P01', '40001']);
const TRIES = 5;

/** Writes chunks, each in one transaction, some at the same time; chunks that share a group one after the other. */
export class ChunkWriter {
  private readonly lanes = new Map<Chunk, Promise<unknown>>();
  private referred: Promise<void> = Promise.resolve();
  private failure: Error | null = null;

  constructor(
    private readonly work: BulkWork,
    private readonly table: BulkTable,
  ) {}

  /** Waits for a lane; the promise inside is of what the database said to the chunk's rows. */
  async take(chunk: Chunk): Promise<{ judged: Promise<Judgement[]> }> {
    while (this.lanes.size >= LANES || this.meets(chunk)) await Promise.race(this.lanes.values());
    if (this.failure) throw this.failure;
    // Ahead of the chunk and of all that come after it, in the order of the file.
    this.referred = this.referred.then(() => this.refer(chunk));
    const judged = this.referred.then(() => this.write(chunk));
    const lane = judged
      .catch((error: unknown) => (this.failure ??= error as Error))
      .then(() => this.lanes.delete(chunk));
    this.lanes.set(chunk, lane);
    return { judged };
  }

  /** When nothing is being written any more, whatever came of it. */
  async settled(): Promise<void> {
    await Promise.all(this.lanes.values());
  }

  private meets(chunk: Chunk): boolean {
    return [...this.lanes.keys()].some((other) => chunk.sharesGroupWith(other));
  }

  private async refer({ references }: Chunk): Promise<void> {
    if (references) await this.again((manager) => references(manager));
  }

  private async write(chunk: Chunk): Promise<Judgement[]> {
    return chunk.staged === 0 ? [] : this.again((manager) => this.writeIn(manager, chunk));
  }

  private async again<T>(transaction: (manager: EntityManager) => Promise<T>): Promise<T> {
    const { database, scope } = this.work;
    for (let tried = 1; ; tried++) {
      try {
        return await database.transaction(scope, transaction);
      } catch (error) {
        if (tried === TRIES || !COLLISIONS.has((error as { code?: string }).code ?? '')) throw error;
      }
    }
  }

  private async writeIn(manager: EntityManager, chunk: Chunk): Promise<Judgement[]> {
    const { table, work } = this;
    const judged: Judgement[] = [];
    // Tables that are being filled have no statistics: the planner takes them for empty, and would look through a growing
    // table once for each row of the chunk. Without loops each statement passes through a table once.
    await manager.query('SET LOCAL enable_nestloop = off');
    for (const batch of chunk.batches) {
      await manager.query(table.staging);
      for (const [name, lines] of batch) await stageRows(manager, name, lines);
      judged.push(...(await table.judge(manager)));
      await table.insert(manager);
      await manager.query(table.unstaging ?? 'DROP TABLE staged');
    }
    const taken = chunk.staged - judged.length;
    const [firstLine = 0] = chunk.texts.keys();
    if (taken > 0) await work.afterChunk(manager, { table: table.name, taken, firstLine });
    return judged;
  }
}
