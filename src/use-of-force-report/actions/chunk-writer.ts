import type { SentReport } from '../records/report.store.js';
import { lineFault } from '../rules/fault-codes.js';
import type { BulkTally } from './bulk-tally.js';
import type { Outcome } from './take-in-reports.js';

/** A report and where in the submission it stood. */
export interface LineReport extends SentReport {
  line: number;
}

type Write = (reports: readonly LineReport[]) => Promise<(report: SentReport) => Outcome>;

const MOST_REPORTS = 200;
const MOST_BYTES = 2_097_152;
/** The database ends a transaction that has been idle for a minute; a slow sender shall not come to that. */
const MOST_MILLISECONDS = 10_000;

/** Writes reports down by the chunk: while PostgreSQL works on one, the next is read. No more than two are in memory. */
export class ChunkWriter {
  private chunk: LineReport[] = [];
  private bytes = 0;
  private begunAt = performance.now();
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly write: Write,
    private readonly tally: BulkTally,
  ) {}

  async add(report: LineReport, bytes: number): Promise<void> {
    this.chunk.push(report);
    this.bytes += bytes;
    if (this.chunk.length >= MOST_REPORTS || this.bytes >= MOST_BYTES) await this.flush();
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
    this.bytes = 0;
    this.begunAt = performance.now();
  }

  private async writeDown(chunk: readonly LineReport[]): Promise<void> {
    const outcomeOf = await this.write(chunk);
    for (const report of chunk) {
      const outcome = outcomeOf(report);
      if (outcome === 'number-taken')
        this.tally.reject(report.line, report.original, [lineFault('report-number-taken')]);
      else this.tally.count(outcome);
    }
  }
}
