import { numberIn, type ReadyOrder, type Result } from './take-in-orders.js';

export interface Waiting<Record> {
  record: Record;
  order: ReadyOrder;
}

type Write = (orders: readonly ReadyOrder[]) => Promise<Result[]>;

const MOST_RECORDS = 1_000;
const MOST_BYTES = 2_097_152;
/** The database ends a transaction that has been idle for a minute; a slow sender shall not come to that. */
const MOST_MILLISECONDS = 10_000;

/** Writes records down by the chunk: while PostgreSQL works on one, the next is read. No more than two are in memory. */
export class ChunkWriter<Record> {
  private chunk: Waiting<Record>[] = [];
  private numbers = new Set<string>();
  private bytes = 0;
  private begunAt = performance.now();
  private writing: Promise<void> = Promise.resolve();

  /** @param told what became of each, in the order in which they were added */
  constructor(
    private readonly write: Write,
    private readonly told: (record: Record, result: Result) => void,
  ) {}

  async add(record: Record, order: ReadyOrder, bytes: number): Promise<void> {
    const number = numberIn(order);
    // What a record does may depend on one before it under its number; a zero report depends on every one.
    const depends = number === null || this.numbers.has(number);
    if (depends && this.chunk.length > 0) await this.flush();
    this.chunk.push({ record, order });
    if (number !== null) this.numbers.add(number);
    this.bytes += bytes;
    if (number === null || this.chunk.length >= MOST_RECORDS || this.bytes >= MOST_BYTES) await this.flush();
  }

  /** Writes what there is, were it nothing, when nothing was written for long: to be called as data come in. */
  async keepAwake(): Promise<void> {
    if (performance.now() - this.begunAt > MOST_MILLISECONDS) await this.flush();
  }

  async finish(): Promise<void> {
    if (this.chunk.length > 0) await this.flush();
    await this.writing;
  }

  /** To be awaited when the reading broke off: what is being written needs its transaction until it is done. */
  async settle(): Promise<void> {
    await this.writing.catch(() => undefined);
  }

  private async flush(): Promise<void> {
    await this.writing;
    this.writing = this.writeDown(this.chunk);
    // A failure is met where this is awaited next; until then it is not an unhandled one.
    this.writing.catch(() => undefined);
    this.chunk = [];
    this.numbers = new Set();
    this.bytes = 0;
    this.begunAt = performance.now();
  }

  private async writeDown(chunk: readonly Waiting<Record>[]): Promise<void> {
    const results = await this.write(chunk.map(({ order }) => order));
    chunk.forEach(({ record }, index) => {
      const result = results[index];
      if (result) this.told(record, result);
    });
  }
}
