import type { ReportFault } from '../rules/fault-codes.js';

/** What a clerk needs of a line that was not taken to mend it. */
export interface RejectedLine {
  /** counting from 1 */
  line: number;
  /** as it was told, where it could be read */
  reportNumber: string | null;
  faults: ReportFault[];
}

/** received = taken + unchanged + rejected */
export interface BulkResult {
  /** lines that were not empty */
  received: number;
  taken: number;
  /** stood already, word for word: a repetition after a broken connection, say */
  unchanged: number;
  rejected: number;
  /** the first thousand rejected lines */
  results: RejectedLine[];
}

const MOST_RESULTS = 1_000;

/** Counts what became of each line. Memory is bounded: of the rejected, the first thousand are kept. */
export class BulkTally {
  private readonly counts = { received: 0, taken: 0, unchanged: 0, rejected: 0 };
  private readonly kept: RejectedLine[] = [];

  get rejected(): number {
    return this.counts.rejected;
  }

  receive(): void {
    this.counts.received++;
  }

  count(outcome: 'taken' | 'unchanged'): void {
    this.counts[outcome]++;
  }

  reject(line: number, sent: unknown, faults: ReportFault[]): void {
    this.counts.rejected++;
    if (this.kept.length < MOST_RESULTS) this.kept.push({ line, reportNumber: numberOf(sent), faults });
  }

  result(): BulkResult {
    return { ...this.counts, results: this.kept.toSorted((one, other) => one.line - other.line) };
  }
}

function numberOf(sent: unknown): string | null {
  const told = (sent as { reportNumber?: unknown } | null | undefined)?.reportNumber;
  return typeof told === 'string' && told.length <= 40 ? told.toWellFormed() : null;
}
