import type { ReportFault } from '../rules/fault-codes.js';
import { type BulkCounts, countsOf, type Outcome } from '../rules/outcome.js';

/** What a clerk needs of a record that was not taken to mend it. */
export interface RejectedLine {
  /** counting from 1 */
  line: number;
  /** as it was told, where it could be read */
  reportNumber: string | null;
  faults: ReportFault[];
}

export interface WarnedLine {
  line: number;
  reportNumber: string | null;
  warnings: ReportFault[];
}

const MOST_RESULTS = 1_000;

/** Counts what became of each record. Memory is bounded: of the rejected and of the warned, the first thousand are kept. */
export class BulkTally {
  private readonly counts = countsOf({});
  private readonly rejectedLines: RejectedLine[] = [];
  private readonly warnedLines: WarnedLine[] = [];

  get rejected(): number {
    return this.counts.rejected;
  }

  receive(): void {
    this.counts.received++;
  }

  count(outcome: Exclude<Outcome, 'rejected'>): void {
    this.counts[outcome]++;
  }

  warn(line: number, sent: unknown, warnings: ReportFault[]): void {
    if (warnings.length === 0) return;
    this.counts.warned++;
    if (this.warnedLines.length < MOST_RESULTS) this.warnedLines.push({ line, reportNumber: numberOf(sent), warnings });
  }

  reject(line: number, sent: unknown, faults: ReportFault[]): void {
    this.counts.rejected++;
    if (this.rejectedLines.length < MOST_RESULTS)
      this.rejectedLines.push({ line, reportNumber: numberOf(sent), faults });
  }

  get result(): { counts: BulkCounts; results: RejectedLine[]; warnings: WarnedLine[] } {
    const byLine = (one: { line: number }, other: { line: number }): number => one.line - other.line;
    const [results, warnings] = [this.rejectedLines.toSorted(byLine), this.warnedLines.toSorted(byLine)];
    return { counts: { ...this.counts }, results, warnings };
  }
}

/** The report number that a record tells, inside of an envelope too. */
export function numberOf(sent: unknown): string | null {
  const fields = sent as { reportNumber?: unknown; Incident?: { reportNumber?: unknown } | null } | null | undefined;
  const told = fields?.reportNumber ?? fields?.Incident?.reportNumber;
  return typeof told === 'string' && told.length <= 40 ? told.toWellFormed().replaceAll('\0', '') : null;
}
